package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.Locale;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Alarms on the objectives: each goes off when the errors of the last hour would use up a month's error budget in two
 * days, and those of the last quarter of an hour, too, so that it is over soon after the trouble (Google: "The Site
 * Reliability Workbook", "Alerting on SLOs"; CloudWatch: "Alarm evaluation window", which slides).
 */
final class ObjectiveAlarms extends AlarmGroup {

    /** Two percent of the budget of thirty days in one hour. */
    static final double BURN_RATE = 14.4;
    private static final Duration LONG_WINDOW = Duration.hours(1);
    /** As long as the time between two reconciliations: each window has a count of the overdue work. */
    private static final Duration SHORT_WINDOW = QUARTER_HOUR;

    ObjectiveAlarms(Construct scope, String id, AlarmBook book, Objectives objectives) {
        super(scope, id, book);
        watch(Objective.CONFIRMED, objectives,
                RunbookSection.LATE_CONFIRMATIONS.describe(this, "Too many appointments are confirmed late."));
        watch(Objective.REMINDED, objectives,
                RunbookSection.LATE_REMINDERS.describe(this, "Too many reminders are sent late."));
        watch(Objective.AVAILABLE, objectives,
                RunbookSection.API_UNAVAILABLE.describe(this, "The API fails too many requests."));
    }

    private void watch(Objective objective, Objectives objectives, String description) {
        addComposite(id(objective),
                List.of(window(objective, "LastHour", objectives.errorRate(objective, LONG_WINDOW), description),
                        window(objective, "LastQuarterHour", objectives.errorRate(objective, SHORT_WINDOW),
                                description)),
                description);
    }

    private Alarm window(Objective objective, String name, ErrorRate rate, String description) {
        return threshold(id(objective) + name, rate.metric(), settings().errorRate(objective, BURN_RATE))
                .evaluationPeriods(1).treatMissingData(TreatMissingData.NOT_BREACHING).alarmDescription(description)
                .build();
    }

    private static String id(Objective objective) {
        var name = objective.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
