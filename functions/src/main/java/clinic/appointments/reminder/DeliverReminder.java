package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.Patient;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.SendResult;
import clinic.appointments.port.UndeliverableMarks;

/**
 * Hands a leased reminder to the provider, once. A crash between the provider's acceptance and the mark in the reminder
 * sends it twice; this window cannot be closed, because e-mail has no idempotency token.
 */
final class DeliverReminder {

    /** Delays before the tries after a refusal by the provider; one fewer than the receives of a message. */
    private static final List<Duration> BACKOFF = List.of(Duration.ofMinutes(3), Duration.ofMinutes(6),
            Duration.ofMinutes(12), Duration.ofHours(1));

    private final UndeliverableMarks marks;
    private final NotifyPatient notify;
    private final ReminderWriter writer;
    private final InstantSource clock;

    DeliverReminder(UndeliverableMarks marks, NotifyPatient notify, ReminderWriter writer, InstantSource clock) {
        this.marks = marks;
        this.notify = notify;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Delivers a reminder.
     *
     * @param patient a patient with an address
     * @param receiveCount number of deliveries of the message, including this one
     */
    Disposition deliver(DueReminder due, Patient patient, int receiveCount) {
        return switch (result(due, patient)) {
            case SendResult.Sent() -> writer.close(due, ReminderState.SENT);
            case SendResult.Undeliverable(var code) -> {
                marks.mark(patient.id(), patient.version(), new Undeliverable(code, clock.instant()));
                yield writer.close(due, due.reminder().undeliverable(code, clock.instant()));
            }
            case SendResult.NotAccepted(var answer) -> backOff(due, receiveCount, answer);
        };
    }

    /** Nothing is sent to an address that returned an e-mail for good, or whose owner complained. */
    private SendResult result(DueReminder due, Patient patient) {
        return patient.undeliverable().map(Undeliverable::code).filter(UndeliverableCode::endsSending)
                .<SendResult>map(SendResult.Undeliverable::new).orElseGet(() -> notify.send(due, patient));
    }

    /**
     * The reminder does not count as overdue during the back-off: reconciliation would only send its message once more.
     * After the last back-off reconciliation does, with a new message, so that this one is not dead-lettered.
     */
    private Disposition backOff(DueReminder due, int receiveCount, String answer) {
        int tries = Math.min(receiveCount, BACKOFF.size());
        Duration delay = BACKOFF.get(tries - 1);
        Instant again = Stream.of(clock.instant().plus(delay), due.appointment().startAt())
                .min(Comparator.naturalOrder()).orElseThrow();
        writer.putOffRefused(due, again);
        return tries < BACKOFF.size()
                ? new Disposition.Faulted(ExternalFault.MAIL_NOT_TAKEN, answer, delay)
                : new Disposition.Accepted(Effect.PUT_OFF);
    }
}
