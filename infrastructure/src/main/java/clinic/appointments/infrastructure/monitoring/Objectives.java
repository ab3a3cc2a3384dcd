package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import software.amazon.awscdk.Duration;

/** The objectives of a stage, as metrics. */
public record Objectives(ServiceMetrics metrics, AppointmentApi api) {

    ErrorRate errorRate(Objective objective, Duration window) {
        return switch (objective) {
            case CONFIRMED ->
                ErrorRate.of(MetricName.CONFIRMATION, MetricName.OVERDUE_CONFIRMATIONS, metrics, window);
            case REMINDED -> ErrorRate.of(MetricName.REMINDER, MetricName.OVERDUE_REMINDERS, metrics, window);
            case AVAILABLE -> ErrorRate.of(api.api(), window);
        };
    }
}
