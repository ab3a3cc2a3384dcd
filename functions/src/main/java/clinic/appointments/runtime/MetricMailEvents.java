package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.message.MailEvent;
import clinic.appointments.port.MailEventCounter;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** {@link MailEventCounter} as a metric with the kind as its dimension. */
public final class MetricMailEvents implements MailEventCounter {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricMailEvents(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void count(MailEvent.Kind kind) {
        metrics.flushSingleMetric(MetricName.MAIL_EVENT.id(), 1, MetricUnit.COUNT, namespace,
                DimensionSet.of("reason", kind.name()));
    }
}
