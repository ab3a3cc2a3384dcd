package clinic.appointments.runtime;

import java.time.Duration;

import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogContext;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;
import clinic.appointments.port.ServiceLevels;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

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

    @Override
    public void took(ServiceObjective objective, Duration taken) {
        ServiceLevels.super.took(objective, taken);
        if (objective == ServiceObjective.CONFIRMED && !LogContext.isOfSmokeTest()) {
            counts.time(MetricName.CONFIRMATION_TIME, (double) taken.toMillis(), MetricUnit.MILLISECONDS);
        }
    }

    @Override
    public void reminded(Duration lead) {
        if (!LogContext.isOfSmokeTest()) {
            counts.time(MetricName.REMINDER_LEAD_TIME, (double) lead.toSeconds(), MetricUnit.SECONDS);
        }
    }

    private static MetricName metricOf(ServiceObjective objective) {
        return switch (objective) {
            case CONFIRMED -> MetricName.CONFIRMATION;
            case REMINDED -> MetricName.REMINDER;
        };
    }
}
