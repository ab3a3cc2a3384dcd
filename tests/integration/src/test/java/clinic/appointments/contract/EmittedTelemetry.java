package clinic.appointments.contract;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import clinic.appointments.flow.LogLines;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What functions have written: metrics in the embedded metric format (CloudWatch: "Embedded metric format
 * specification"), the fields of log lines, and the keys of annotations.
 *
 * @param events the keys of the lines of each event, by level and message, such as {@code INFO Query answered}
 */
record EmittedTelemetry(Set<MetricIdentity> metrics, Set<String> logFields, Set<String> annotations,
        Map<String, Set<String>> events) {

    private static final String METRICS = "_aws";

    /**
     * @param logs folder with a file for each function
     */
    static EmittedTelemetry of(String stage, Path logs, Collection<JsonNode> segments) {
        EmittedTelemetry emitted = new EmittedTelemetry(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(),
                new TreeMap<>());
        LogLines.in(logs).forEach(line -> emitted.add(stage, line));
        segments.forEach(emitted::addAnnotations);
        return emitted;
    }

    /** What both have written. */
    EmittedTelemetry plus(EmittedTelemetry other) {
        return new EmittedTelemetry(union(metrics, other.metrics), union(logFields, other.logFields),
                union(annotations, other.annotations), union(events, other.events));
    }

    private static Map<String, Set<String>> union(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        Map<String, Set<String>> all = new TreeMap<>(one);
        other.forEach((event, keys) -> all.merge(event, keys, EmittedTelemetry::union));
        return all;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private void add(String stage, JsonNode line) {
        if (line.has(METRICS)) {
            line.at("/_aws/CloudWatchMetrics").forEach(directive -> addMetrics(stage, line, directive));
        } else {
            addFields(events.computeIfAbsent(line.path("level").asText() + " " + line.path("message").asText(),
                    _ -> new TreeSet<>()), "", line);
        }
        addFields(logFields, "", line);
    }

    private void addMetrics(String stage, JsonNode line, JsonNode directive) {
        String namespace = directive.path("Namespace").asText().replaceFirst("/" + stage + "$", "");
        directive.path("Metrics").forEach(metric -> directive.path("Dimensions").forEach(set -> metrics
                .add(new MetricIdentity(namespace, metric.path("Name").asText(), values(line, set)))));
    }

    private static Map<String, String> values(JsonNode line, JsonNode dimensionSet) {
        Map<String, String> values = new HashMap<>();
        dimensionSet.forEach(name -> values.put(name.asText(), line.path(name.asText()).asText()));
        return values;
    }

    private static void addFields(Set<String> fields, String prefix, JsonNode object) {
        object.propertyStream().filter(field -> !field.getKey().equals(METRICS)).forEach(field -> {
            fields.add(prefix + field.getKey());
            addFields(fields, prefix + field.getKey() + ".", field.getValue());
        });
    }

    private void addAnnotations(JsonNode segment) {
        segment.path("annotations").fieldNames().forEachRemaining(key -> annotations.add(key));
        segment.path("subsegments").forEach(this::addAnnotations);
    }
}
