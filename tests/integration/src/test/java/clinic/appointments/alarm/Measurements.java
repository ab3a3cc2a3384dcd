package clinic.appointments.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Metrics as CloudWatch keeps them: values with their times, by namespace, name and dimensions. */
final class Measurements {

    private final Map<Metric, List<Value>> values = new HashMap<>();

    /** What CloudWatch tells metrics apart by (CloudWatch: "Dimensions"). */
    record Metric(String namespace, String name, SortedMap<String, String> dimensions) {

        Metric(String namespace, String name, Map<String, String> dimensions) {
            this(namespace, name, new TreeMap<>(dimensions));
        }
    }

    private record Value(Instant at, double value) {
    }

    void add(Metric metric, Instant at, double value) {
        values.computeIfAbsent(metric, _ -> new ArrayList<>()).add(new Value(at, value));
    }

    /** The values of one metric from one time to before another. */
    List<Double> of(Metric metric, Instant from, Instant to) {
        return within(values.getOrDefault(metric, List.of()).stream(), from, to);
    }

    /** The values of all such metrics. */
    List<Double> ofAll(Predicate<Metric> meant, Instant from, Instant to) {
        return within(values.entrySet().stream().filter(entry -> meant.test(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream()), from, to);
    }

    private static List<Double> within(Stream<Value> some, Instant from, Instant to) {
        return some.filter(value -> !value.at().isBefore(from) && value.at().isBefore(to)).map(Value::value).toList();
    }
}
