package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/**
 * Alarms on overdue work that reconciliation reports: a quarter of an hour later it has been made up for, or something
 * is broken. When nothing reconciles, all reports are missing, and one alarm says so.
 */
final class OverdueAlarms extends AlarmGroup {

    private static final int RECONCILIATIONS = 2;

    OverdueAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        addHeartbeatAlarm(MetricName.OVERDUE_REMINDERS.id(), found(MetricName.OVERDUE_REMINDERS), 1, RECONCILIATIONS,
                RunbookSection.OVERDUE_REMINDERS
                        .describe(this, "Due reminders are not sent, or reconciliation does not run."));
        watch(MetricName.OVERDUE_HOLDS,
                RunbookSection.OVERDUE_HOLDS.describe(this, "Ended holds still block their time."));
        watch(MetricName.OVERDUE_CONFIRMATIONS,
                RunbookSection.OVERDUE_CONFIRMATIONS.describe(this, "Requested appointments are not confirmed."));
    }

    private void watch(MetricName name, String description) {
        addThresholdAlarm(name.id(), found(name), 1, RECONCILIATIONS, description);
    }

    private IMetric found(MetricName name) {
        return metrics().gauge(name, QUARTER_HOUR);
    }
}
