package clinic.appointments.reminder;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.EmailIndex;
import clinic.appointments.port.Reminders;

/**
 * Rebuilds the e-mail index after a change of the secret, page by page, while the service keeps running. Pages for
 * which an invocation has no time are left to the next, by another message.
 */
final class RebuildEmailIndex {

    /** Reminders wait behind the rebuild: the rest of an invocation's time is for them. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(8);
    private static final Duration MIN_TIME_LEFT = Duration.ofSeconds(10);

    private final EmailIndex index;
    private final Reminders messages;

    RebuildEmailIndex(EmailIndex index, Reminders messages) {
        this.index = index;
        this.messages = messages;
    }

    Disposition handle(ReminderMessage.RebuildEmailIndex message, Deadline deadline) {
        Duration end = deadline.remaining().minus(MAX_DURATION);
        Optional<PatientId> after = index.rebuildPage(message.after());
        while (after.isPresent() && isTimeLeft(deadline, end)) {
            after = index.rebuildPage(after);
        }
        after.ifPresent(last -> messages.send(new ReminderMessage.RebuildEmailIndex(Optional.of(last),
                message.correlation())));
        return new Disposition.Accepted(after.isPresent() ? Effect.CONTINUED : Effect.REBUILT);
    }

    private static boolean isTimeLeft(Deadline deadline, Duration end) {
        return deadline.remaining().compareTo(end) > 0 && deadline.remaining().compareTo(MIN_TIME_LEFT) > 0;
    }
}
