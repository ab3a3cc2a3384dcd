package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import clinic.appointments.model.ExternalFault;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The alarm on messages that fail although their batch does not; e-mail that SES does not take has its own. */
final class MessageAlarms extends AlarmGroup {

    MessageAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        addThresholdAlarm("Failed",
                metrics().totalWithout(MetricName.FAILED, ExternalFault.MAIL_NOT_TAKEN.name(), Duration.minutes(5)),
                settings().failedMessages(), 1,
                RunbookSection.FAILED_MESSAGES.describe(this, "Messages fail and are delivered again."));
    }
}
