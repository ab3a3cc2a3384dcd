package clinic.appointments.runtime;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import clinic.appointments.contract.MetricName;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * The counts and times of a batch: each metric with the same dimensions is written once, with the sum of its counts or
 * all of its times. The invocation whose process dies before that writes none; its messages are delivered again, and
 * counted then.
 * Thread-safe.
 */
public final class MetricCounts {

    private final Metrics metrics;
    private final String namespace;
    private final Map<Counted, Integer> counts = new ConcurrentHashMap<>();
    private final Queue<Timed> times = new ConcurrentLinkedQueue<>();

    private record Counted(MetricName name, Map<String, String> dimensions) {
    }

    private record Timed(MetricName name, double value, MetricUnit unit) {

        void addTo(Metrics metrics) {
            metrics.addMetric(name.id(), value, unit);
        }
    }

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricCounts(String namespace) {
        this(MetricsFactory.getMetricsInstance(), namespace);
    }

    MetricCounts(Metrics metrics, String namespace) {
        this.metrics = metrics;
        this.namespace = namespace;
    }

    void count(MetricName name, String dimension, String value) {
        count(name, Map.of(dimension, value));
    }

    void count(MetricName name, Map<String, String> dimensions) {
        counts.merge(new Counted(name, dimensions), 1, Integer::sum);
    }

    void time(MetricName name, double value, MetricUnit unit) {
        times.add(new Timed(name, value, unit));
    }

    /** Writes counts and times, and begins again; to be called when nothing counts. */
    void write() {
        if (!times.isEmpty()) {
            metrics.flushMetrics(this::writeTimes);
            times.clear();
        }
        counts.forEach((counted, count) -> metrics.flushSingleMetric(counted.name().id(), count, MetricUnit.COUNT,
                namespace, DimensionSet.of(counted.dimensions())));
        counts.clear();
    }

    /** Powertools adds the dimension {@code Service}; a metric has at most 100 values, and a batch ten messages. */
    private void writeTimes(Metrics line) {
        line.setNamespace(namespace);
        times.forEach(time -> time.addTo(line));
    }
}
