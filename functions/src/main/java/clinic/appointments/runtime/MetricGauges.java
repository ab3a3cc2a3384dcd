package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogContext;
import clinic.appointments.message.Overdue;
import clinic.appointments.port.Gauges;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** {@link Gauges} as metrics, and as keys of the message's log line. */
public final class MetricGauges implements Gauges {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricGauges(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void overdue(Overdue found) {
        LogContext.overdue(found);
        gauge(MetricName.OVERDUE_REMINDERS, found.reminders());
        gauge(MetricName.OVERDUE_HOLDS, found.holds());
        gauge(MetricName.OVERDUE_CONFIRMATIONS, found.confirmations());
    }

    @Override
    public void givenUp(long requests) {
        LogContext.givenUp(requests);
        if (requests > 0) {
            metrics.flushSingleMetric(MetricName.GIVEN_UP.id(), (double) requests, MetricUnit.COUNT, namespace,
                    DimensionSet.of("reason", "SILENT"));
        }
    }

    /** Powertools adds the dimension {@code Service} to a metric without dimensions. */
    private void gauge(MetricName name, long value) {
        metrics.flushSingleMetric(name.id(), (double) value, MetricUnit.COUNT, namespace);
    }
}
