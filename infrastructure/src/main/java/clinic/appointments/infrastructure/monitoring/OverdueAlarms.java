package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import clinic.appointments.infrastructure.compute.ServiceMetrics;
import software.constructs.Construct;

/**
 * Alarms on overdue work that reconciliation reports: a quarter of an hour later it has been made up for, or something
 * is broken. A missing report means that nothing reconciles.
 */
final class OverdueAlarms extends AlarmGroup {

    OverdueAlarms(Construct scope, String id, AlarmBook book, ServiceMetrics metrics) {
        super(scope, id, book);
        watch(metrics, MetricName.OVERDUE_REMINDERS,
                RunbookSection.OVERDUE_REMINDERS.describe("Reminders that are due are not sent, or nobody looks."));
        watch(metrics, MetricName.OVERDUE_HOLDS, RunbookSection.OVERDUE_HOLDS
                .describe("Holds that have ended still block their time, or nobody looks."));
        watch(metrics, MetricName.OVERDUE_CONFIRMATIONS, RunbookSection.OVERDUE_CONFIRMATIONS
                .describe("Requested appointments are not confirmed, or nobody looks."));
    }

    private void watch(ServiceMetrics metrics, MetricName name, String description) {
        addHeartbeatAlarm(name.id(), metrics.gauge(name, QUARTER_HOUR), 1, 2, description);
    }
}
