package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.api.AppointmentApi;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import software.amazon.awscdk.Duration;

/**
 * The objectives of a stage, as metrics.
 *
 * @param smokeTest whether the stage has one: its journeys need more than a response of the API to be good cases
 */
public record Objectives(ServiceMetrics metrics, AppointmentApi api, boolean smokeTest) {

    ErrorRate errorRate(Objective objective, Duration window) {
        return switch (objective) {
            case CONFIRMED ->
                ErrorRate.of(MetricName.CONFIRMATION, MetricName.OVERDUE_CONFIRMATIONS, metrics, window);
            case REMINDED -> ErrorRate.of(MetricName.REMINDER, MetricName.OVERDUE_REMINDERS, metrics, window);
            case AVAILABLE -> availability(ErrorRate.of(api.api(), window));
        };
    }

    private ErrorRate availability(ErrorRate ofRequests) {
        return smokeTest ? ofRequests.withJourneys(metrics) : ofRequests;
    }
}
