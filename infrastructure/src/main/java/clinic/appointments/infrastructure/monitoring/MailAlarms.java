package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.ReminderState;
import software.constructs.Construct;

/**
 * Alarms on e-mail: whether SES accepts letters. A single undeliverable letter calls nobody; suddenly many of them do,
 * because the fault may be ours.
 */
final class MailAlarms extends AlarmGroup {

    /** In a quarter of an hour; fewer are patients with wrong addresses. */
    private static final int MIN_UNDELIVERABLE_LETTERS = 10;

    MailAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        addThresholdAlarm("NotTaken",
                metrics().dueTo(MetricName.FAILED, ExternalFault.MAIL_NOT_TAKEN.name(), QUARTER_HOUR), 1, 2,
                RunbookSection.MAIL_NOT_TAKEN.describe("SES does not accept e-mails."));
        addThresholdAlarm("Undeliverable",
                metrics().dueTo(MetricName.ACCEPTED, ReminderState.SKIPPED_UNDELIVERABLE.name(), QUARTER_HOUR),
                MIN_UNDELIVERABLE_LETTERS, 1,
                RunbookSection.UNDELIVERABLE_LETTERS.describe("Many e-mails are undeliverable."));
    }
}
