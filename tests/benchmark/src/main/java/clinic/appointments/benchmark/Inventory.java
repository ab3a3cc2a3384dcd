package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a stage consists of, counted in the committed snapshots of its templates. */
record Inventory(String stage, List<JsonNode> resources) {

    private static final Path SNAPSHOTS = Path.of("tests/infrastructure/src/test/resources/snapshots");
    /** Told by every reconciliation. */
    private static final int GAUGES = 3;
    private static final Pattern MINUTES = Pattern.compile("rate\\((\\d+) minutes\\)");
    private static final double MINUTES_A_MONTH = 730 * 60;

    static Inventory of(String stage) throws IOException {
        List<JsonNode> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(SNAPSHOTS)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(stage + "-")).sorted()
                    .toList()) {
                new ObjectMapper().readTree(file.toFile()).path("Resources").forEach(resources::add);
            }
        }
        return new Inventory(stage, List.copyOf(resources));
    }

    long keys() {
        return count("AWS::KMS::Key", _ -> true);
    }

    /** Metrics that alarms watch: an expression is charged by its metrics. */
    long alarmMetrics() {
        return resources.stream().filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .mapToLong(Inventory::metricsOf).sum();
    }

    private static long metricsOf(JsonNode alarm) {
        return Math.max(1, alarm.at("/Properties/Metrics").valueStream().filter(query -> query.has("MetricStat"))
                .count());
    }

    long compositeAlarms() {
        return count("AWS::CloudWatch::CompositeAlarm", _ -> true);
    }

    long dashboards() {
        return count("AWS::CloudWatch::Dashboard", _ -> true);
    }

    long gauges() {
        return GAUGES;
    }

    long webAcls() {
        return count("AWS::WAFv2::WebACL", _ -> true);
    }

    long webAclRules() {
        return resources("AWS::WAFv2::WebACL").mapToLong(acl -> acl.at("/Properties/Rules").size()).sum();
    }

    /** Number of partitions of the index of overdue work. */
    long overdueShards() {
        return resources("AWS::Lambda::Function")
                .map(function -> function.at("/Properties/Environment/Variables/OVERDUE_SHARDS"))
                .filter(JsonNode::isTextual).mapToLong(JsonNode::asLong).max().orElseThrow();
    }

    /** Runs of the smoke test in a month of 730 hours; none in a stage without one. */
    double journeys() {
        return resources("AWS::Scheduler::Schedule")
                .filter(schedule -> schedule.at("/Properties/Target/Arn").has("Ref"))
                .map(schedule -> MINUTES.matcher(schedule.at("/Properties/ScheduleExpression").asText()))
                .filter(Matcher::matches).mapToDouble(rate -> MINUTES_A_MONTH / Integer.parseInt(rate.group(1))).sum();
    }

    long polledQueues() {
        return count("AWS::Lambda::EventSourceMapping", _ -> true);
    }

    /** Of each function; all have the same. */
    double gigabytes() {
        return resources("AWS::Lambda::Function")
                .mapToDouble(function -> function.at("/Properties/MemorySize").asDouble())
                .max().orElseThrow() / 1024;
    }

    /** Share of requests that are traced. */
    double traced() {
        return resources("AWS::XRay::SamplingRule")
                .mapToDouble(rule -> rule.at("/Properties/SamplingRule/FixedRate").asDouble()).max().orElseThrow();
    }

    private long count(String type, Predicate<JsonNode> counted) {
        return resources(type).filter(counted).count();
    }

    private Stream<JsonNode> resources(String type) {
        return resources.stream().filter(resource -> resource.path("Type").asText().equals(type));
    }
}
