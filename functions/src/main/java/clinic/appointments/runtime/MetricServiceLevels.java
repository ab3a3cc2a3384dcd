package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;
import clinic.appointments.port.ServiceLevels;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** {@link ServiceLevels} as metrics; the smoke test's own appointments have another objective. */
public final class MetricServiceLevels implements ServiceLevels {

    private final Metrics metrics;
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricServiceLevels(String namespace) {
        this(MetricsFactory.getMetricsInstance(), namespace);
    }

    MetricServiceLevels(Metrics metrics, String namespace) {
        this.metrics = metrics;
        this.namespace = namespace;
    }

    @Override
    public void count(ServiceObjective objective, Timeliness timeliness) {
        if (!LogContext.isOfSmokeTest()) {
            metrics.flushSingleMetric(metricOf(objective).id(), 1, MetricUnit.COUNT, namespace,
                    DimensionSet.of(Timeliness.DIMENSION, timeliness.name()));
        }
    }

    private static MetricName metricOf(ServiceObjective objective) {
        return switch (objective) {
            case CONFIRMED -> MetricName.CONFIRMATION;
            case REMINDED -> MetricName.REMINDER;
        };
    }
}
