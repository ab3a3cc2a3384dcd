package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.contract.MetricName;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The alarm on messages that fail although their batch does not. */
final class MessageAlarms extends AlarmGroup {

    MessageAlarms(Construct scope, String id, AlarmBook book) {
        super(scope, id, book);
        addThresholdAlarm("Failed", metrics().total(MetricName.FAILED, Duration.minutes(5)),
                settings().failedMessages(), 1,
                RunbookSection.FAILED_MESSAGES.describe(this, "Messages fail and are delivered again."));
    }
}
