package clinic.appointments.runtime;

import java.util.Optional;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.LogLine;
import clinic.appointments.message.Correlation;
import clinic.appointments.port.JourneyReport;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** {@link JourneyReport} as two metrics, both told of every journey, and a log line. */
public final class MetricJourneys implements JourneyReport {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricJourneys(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void succeeded() {
        count(0);
        LogLine.of(LogEvent.JOURNEY_SUCCEEDED).with(LogKey.OUTCOME, MetricName.ACCEPTED.id()).write();
    }

    @Override
    public void failed(String key, String reason) {
        count(1);
        LogContext.correlation(new Correlation(key, Optional.empty()));
        Tracing.annotate("outcome", MetricName.FAILED.id());
        Tracing.annotate("correlationId", key);
        LogLine.of(LogEvent.JOURNEY_FAILED).with(LogKey.OUTCOME, MetricName.FAILED.id()).with(LogKey.REASON, reason)
                .write();
    }

    private void count(int failures) {
        tell(MetricName.SMOKE_JOURNEYS, 1);
        tell(MetricName.FAILED_SMOKE_JOURNEYS, failures);
    }

    /** Powertools adds the dimension {@code Service} to a metric without dimensions. */
    private void tell(MetricName name, int value) {
        metrics.flushSingleMetric(name.id(), value, MetricUnit.COUNT, namespace);
    }
}
