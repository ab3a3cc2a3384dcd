package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogContext;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;
import clinic.appointments.port.ServiceLevels;

/** {@link ServiceLevels} as metrics; the smoke test's own appointments have another objective. */
public final class MetricServiceLevels implements ServiceLevels {

    private final MetricCounts counts;

    public MetricServiceLevels(MetricCounts counts) {
        this.counts = counts;
    }

    @Override
    public void count(ServiceObjective objective, Timeliness timeliness) {
        if (!LogContext.isOfSmokeTest()) {
            counts.count(metricOf(objective), Timeliness.DIMENSION, timeliness.name());
        }
    }

    private static MetricName metricOf(ServiceObjective objective) {
        return switch (objective) {
            case CONFIRMED -> MetricName.CONFIRMATION;
            case REMINDED -> MetricName.REMINDER;
        };
    }
}
