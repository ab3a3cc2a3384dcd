package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import software.constructs.Construct;

/**
 * Alarms on overdue work that reconciliation reports: a quarter of an hour later it has been made up for, or something
 * is broken. A missing report means that nothing reconciles.
 */
final class OverdueAlarms extends AlarmGroup {

    OverdueAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        watch(MetricName.OVERDUE_REMINDERS,
                RunbookSection.OVERDUE_REMINDERS
                        .describe(this, "Due reminders are not sent, or reconciliation does not run."));
        watch(MetricName.OVERDUE_HOLDS, RunbookSection.OVERDUE_HOLDS
                .describe(this, "Ended holds still block their time, or reconciliation does not run."));
        watch(MetricName.OVERDUE_CONFIRMATIONS, RunbookSection.OVERDUE_CONFIRMATIONS
                .describe(this, "Requested appointments are not confirmed, or reconciliation does not run."));
    }

    private void watch(MetricName name, String description) {
        addHeartbeatAlarm(name.id(), metrics().gauge(name, QUARTER_HOUR), 1, 2, description);
    }
}
