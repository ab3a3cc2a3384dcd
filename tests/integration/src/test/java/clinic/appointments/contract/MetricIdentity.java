package clinic.appointments.contract;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What CloudWatch tells metrics apart by. One that is published with a dimension is another than one without it
 * (CloudWatch: "Dimensions").
 *
 * @param namespace without the name of the stage
 * @param dimensions name → value; an empty value stands for any
 */
record MetricIdentity(String namespace, String name, SortedMap<String, String> dimensions)
        implements
            Comparable<MetricIdentity> {

    static final String ANY = "";

    MetricIdentity(String namespace, String name, Map<String, String> dimensions) {
        this(namespace, name, new TreeMap<>(dimensions));
    }

    /** Whether a metric that is watched is one that is published. */
    boolean isMetBy(MetricIdentity published) {
        return namespace.equals(published.namespace) && name.equals(published.name)
                && dimensions.keySet().equals(published.dimensions.keySet())
                && dimensions.keySet().stream().allMatch(
                        key -> Stream.of(dimensions.get(key), published.dimensions.get(key)).anyMatch(ANY::equals)
                                || dimensions.get(key).equals(published.dimensions.get(key)));
    }

    @Override
    public int compareTo(MetricIdentity other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace + " " + name + " " + dimensions;
    }
}
