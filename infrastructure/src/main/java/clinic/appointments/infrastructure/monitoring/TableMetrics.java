package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * Metrics of a table (DynamoDB: "DynamoDB metrics and dimensions"). A sum counts missing data as zero, because DynamoDB
 * reports only events that happened.
 *
 * @param name physical name
 */
record TableMetrics(String name) {

    private static final Duration MINUTE = Duration.minutes(1);
    private static final List<String> OPERATIONS = List.of("BatchGetItem", "GetItem", "PutItem", "Query",
            "TransactGetItems", "TransactWriteItems", "UpdateItem");

    /** Throttled reads and writes of the table itself. */
    IMetric throttles() {
        return sum("Throttled", List.of(throttledReads(), throttledWrites()));
    }

    Metric throttledReads() {
        return metric("ReadThrottleEvents", Map.of());
    }

    Metric throttledWrites() {
        return metric("WriteThrottleEvents", Map.of());
    }

    /** Throttled reads and writes of an index; the table's own writes wait for its indexes. */
    IMetric throttlesOf(String index) {
        var dimension = Map.of("GlobalSecondaryIndexName", index);
        return sum("Throttled", List.of(metric("ReadThrottleEvents", dimension),
                metric("WriteThrottleEvents", dimension)));
    }

    /** Calls that DynamoDB failed to answer. */
    IMetric systemErrors() {
        return sum("System errors", OPERATIONS.stream()
                .map(operation -> metric("SystemErrors", Map.of("Operation", operation))).toList());
    }

    private Metric metric(String metric, Map<String, String> further) {
        var dimensions = new TreeMap<>(further);
        dimensions.put("TableName", name);
        return Metric.Builder.create().namespace("AWS/DynamoDB").metricName(metric).dimensionsMap(dimensions)
                .statistic("Sum").period(MINUTE).build();
    }

    private static IMetric sum(String label, List<Metric> metrics) {
        var byId = new TreeMap<String, IMetric>();
        metrics.forEach(metric -> byId.put("m" + byId.size(), metric));
        return MathExpression.Builder.create().expression("SUM(FILL(METRICS(), 0))").usingMetrics(byId).label(label)
                .period(MINUTE).build();
    }
}
