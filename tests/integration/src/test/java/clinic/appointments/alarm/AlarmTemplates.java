package clinic.appointments.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.appointments.alarm.Measurements.Metric;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The alarms of the templates from which a stage was booted; a logical id is a physical name here. */
final class AlarmTemplates {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECTION = Pattern.compile("docs/runbook\\.md#([a-z-]+)$");

    private final Map<String, JsonNode> resources = new TreeMap<>();
    private final Map<String, JsonNode> exports = new HashMap<>();

    private AlarmTemplates(List<JsonNode> templates) {
        for (JsonNode template : templates) {
            template.path("Resources").propertyStream().forEach(
                    resource -> resources.put(resource.getKey(), resource.getValue()));
            template.path("Outputs").forEach(
                    output -> exports.put(output.at("/Export/Name").asText(), output.path("Value")));
        }
    }

    /** The alarms that page somebody: composite alarms, and those that are no part of one. */
    static List<Alarm> paging(Path assembly) {
        try (Stream<Path> files = Files.walk(assembly)) {
            return new AlarmTemplates(files.filter(file -> file.toString().endsWith(".template.json"))
                    .map(AlarmTemplates::json).toList()).paging();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Alarm> paging() {
        List<Alarm> all = new ArrayList<>(of("AWS::CloudWatch::CompositeAlarm"));
        List<String> parts = all.stream().map(Alarm.Composite.class::cast)
                .flatMap(composite -> composite.parts().stream()).map(Alarm::id).toList();
        of("AWS::CloudWatch::Alarm").stream().filter(alarm -> !parts.contains(alarm.id())).forEach(all::add);
        return List.copyOf(all);
    }

    private List<Alarm> of(String type) {
        return resources.entrySet().stream().filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .map(entry -> alarm(entry.getKey())).toList();
    }

    private Alarm alarm(String id) {
        JsonNode properties = Objects.requireNonNull(resources.get(id)).path("Properties");
        String section = section(properties);
        return properties.has("AlarmRule")
                ? new Alarm.Composite(id, section, parts(properties.at("/AlarmRule/Fn::Join/1")))
                : new Alarm.OnMetric(id, section, properties, source(properties));
    }

    private List<Alarm> parts(JsonNode rule) {
        rule.valueStream().filter(JsonNode::isTextual).map(JsonNode::asText).forEach(AlarmTemplates::requireAnd);
        return rule.valueStream().filter(JsonNode::isObject).map(this::name).map(this::alarm).toList();
    }

    private static void requireAnd(String text) {
        if (!text.replaceAll("ALARM|AND|[()\" ]", "").isEmpty()) {
            throw new IllegalArgumentException("the rule " + text + " is not understood here");
        }
    }

    private static String section(JsonNode properties) {
        Matcher section = SECTION.matcher(properties.path("AlarmDescription").asText());
        return section.find() ? section.group(1) : "";
    }

    private Alarm.Source source(JsonNode properties) {
        if (properties.has("MetricName")) {
            return new Alarm.Statistic(metric(properties),
                    properties.path(properties.has("Statistic") ? "Statistic" : "ExtendedStatistic").asText(),
                    period(properties));
        }
        Map<String, Alarm.Statistic> statistics = new TreeMap<>();
        properties.path("Metrics").valueStream().filter(query -> query.has("MetricStat"))
                .forEach(query -> statistics.put(query.path("Id").asText(), statistic(query.path("MetricStat"))));
        return properties.path("Metrics").valueStream().filter(query -> query.has("Expression"))
                .map(query -> source(query, statistics)).findFirst()
                .orElseGet(() -> statistics.values().iterator().next());
    }

    private static Alarm.Source source(JsonNode query, Map<String, Alarm.Statistic> statistics) {
        String text = query.path("Expression").asText();
        return text.startsWith("SELECT")
                ? new Alarm.Query(text, period(query))
                : new Alarm.Expression(text, statistics, statistics.values().iterator().next().period());
    }

    private Alarm.Statistic statistic(JsonNode of) {
        return new Alarm.Statistic(metric(of.path("Metric")), of.path("Stat").asText(), period(of));
    }

    private Metric metric(JsonNode of) {
        Map<String, String> dimensions = new TreeMap<>();
        of.path("Dimensions").forEach(
                dimension -> dimensions.put(dimension.path("Name").asText(), name(dimension.path("Value"))));
        return new Metric(of.path("Namespace").asText(), of.path("MetricName").asText(), dimensions);
    }

    /** The text itself, or the logical id of the resource that a reference names. */
    private String name(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("Fn::ImportValue")) {
            return name(Objects.requireNonNull(exports.get(value.path("Fn::ImportValue").asText())));
        }
        return value.has("Ref") ? value.path("Ref").asText() : value.at("/Fn::GetAtt/0").asText();
    }

    private static Duration period(JsonNode of) {
        return Duration.ofSeconds(of.path("Period").asLong());
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
