package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.infrastructure.api.AppointmentApi;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/** Alarms on the API: whether it responds, and in time (API Gateway: "Amazon API Gateway metrics"). */
final class ApiAlarms extends AlarmGroup {

    /** One in a hundred may be a cold start. */
    private static final MetricOptions SLOWEST = statistic("p99", Duration.minutes(1));

    ApiAlarms(Construct scope, String id, AlarmBook book, AppointmentApi watched) {
        super(scope, id, book);
        var api = watched.api();
        addThresholdAlarm("Errors", api.metricServerError(SUM), 1, 2,
                RunbookSection.API_ERRORS.describe(this, "The API returns server errors."));
        addThresholdAlarm("Slow", api.metricLatency(SLOWEST), settings().apiLatency().toMillis(), 3,
                RunbookSection.SLOW_API.describe(this, "The API responds slowly."));
    }
}
