package clinic.appointments.runtime;

import clinic.appointments.contract.ServiceObjective;
import clinic.appointments.contract.Timeliness;
import clinic.appointments.port.ServiceLevels;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** {@link ServiceLevels} as metrics. */
public final class MetricServiceLevels implements ServiceLevels {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public MetricServiceLevels(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void count(ServiceObjective objective, Timeliness timeliness) {
        metrics.flushSingleMetric(objective.metric().id(), 1, MetricUnit.COUNT, namespace,
                DimensionSet.of(Timeliness.DIMENSION, timeliness.name()));
    }
}
