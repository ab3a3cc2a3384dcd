package clinic.appointments.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What alarms, dashboards, saved queries and insight rules of templates look at: metrics, and fields of log lines.
 *
 * @param accessFields fields that queries on the API's access log read
 * @param accessFormat fields that the API writes into its access log
 */
record WatchedTelemetry(Set<MetricIdentity> metrics, Set<String> logFields, Set<String> accessFields,
        Set<String> accessFormat) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Part of the logical id of the access log. */
    private static final String ACCESS_LOG = "LogsAccesses";
    /** CloudWatch: "Metrics Insights query components and syntax". */
    private static final Pattern QUERY = Pattern
            .compile("SELECT \\w+\\((\\w+)\\) FROM SCHEMA\\(\"([^\"]+)\"((?:, \\w+)*)\\)");

    /** Of all snapshots in a folder, which the templates are equal to. */
    static WatchedTelemetry of(Path snapshots) {
        WatchedTelemetry watched = none();
        try (Stream<Path> files = Files.list(snapshots)) {
            for (Path file : files.sorted().toList()) {
                String stage = file.getFileName().toString().replaceFirst("-.*", "");
                JSON.readTree(file.toFile()).path("Resources").forEach(resource -> watched.add(stage, resource));
            }
            return watched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WatchedTelemetry none() {
        return new WatchedTelemetry(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** Adds what a resource of a template looks at. */
    void add(String stage, JsonNode resource) {
        JsonNode properties = resource.path("Properties");
        switch (resource.path("Type").asText()) {
            case "AWS::CloudWatch::Alarm" -> addAlarm(stage, properties);
            case "AWS::CloudWatch::Dashboard" -> addDashboard(stage, json(text(properties.path("DashboardBody"))));
            case "AWS::Logs::QueryDefinition" ->
                (properties.path("LogGroupNames").toString().contains(ACCESS_LOG) ? accessFields : logFields)
                        .addAll(QueryFields.of(properties.path("QueryString").asText()));
            case "AWS::CloudWatch::InsightRule" ->
                logFields.addAll(RuleFields.of(body(properties)));
            case "AWS::ApiGateway::Stage" -> json(properties.at("/AccessLogSetting/Format").asText()).fieldNames()
                    .forEachRemaining(accessFormat::add);
            default -> {
            }
        }
    }

    /** Of a rule of Contributor Insights. */
    static JsonNode body(JsonNode rule) {
        return json(text(rule.path("RuleBody")));
    }

    private void addAlarm(String stage, JsonNode properties) {
        if (properties.has("MetricName")) {
            addMetric(stage, properties);
        }
        properties.path("Metrics").forEach(query -> {
            if (query.has("MetricStat")) {
                addMetric(stage, query.at("/MetricStat/Metric"));
            }
            addQueries(stage, query.path("Expression").asText());
        });
    }

    private void addMetric(String stage, JsonNode metric) {
        Map<String, String> dimensions = new HashMap<>();
        metric.path("Dimensions").forEach(
                dimension -> dimensions.put(dimension.path("Name").asText(), dimension.path("Value").asText()));
        add(stage, metric.path("Namespace").asText(), metric.path("MetricName").asText(), dimensions);
    }

    private void addQueries(String stage, String expression) {
        Matcher queries = QUERY.matcher(expression);
        while (queries.find()) {
            Map<String, String> dimensions = new HashMap<>();
            Stream.of(queries.group(3).split(", ", -1)).filter(name -> !name.isEmpty())
                    .forEach(name -> dimensions.put(name, MetricIdentity.ANY));
            add(stage, queries.group(2), queries.group(1), dimensions);
        }
    }

    /** CloudWatch: "Dashboard body structure and syntax". */
    private void addDashboard(String stage, JsonNode body) {
        body.path("widgets").forEach(widget -> widget.at("/properties/metrics").forEach(metric -> {
            StreamSupport.stream(metric.spliterator(), false).filter(JsonNode::isObject)
                    .forEach(options -> addQueries(stage, options.path("expression").asText()));
            if (metric.size() > 1) {
                Map<String, String> dimensions = new HashMap<>();
                for (int i = 2; i + 1 < metric.size() && metric.get(i).isTextual(); i += 2) {
                    dimensions.put(metric.get(i).asText(), metric.get(i + 1).asText());
                }
                add(stage, metric.get(0).asText(), metric.get(1).asText(), dimensions);
            }
        }));
    }

    private void add(String stage, String namespace, String name, Map<String, String> dimensions) {
        metrics.add(new MetricIdentity(namespace.replaceFirst("/" + stage + "$", ""), name, dimensions));
    }

    /** A text with references in it, each of which may become anything. */
    private static String text(JsonNode joined) {
        return StreamSupport.stream(joined.at("/Fn::Join/1").spliterator(), false)
                .map(part -> part.isTextual() ? part.asText() : MetricIdentity.ANY).reduce("", String::concat);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
