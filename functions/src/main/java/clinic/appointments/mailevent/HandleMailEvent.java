package clinic.appointments.mailevent;

import java.time.InstantSource;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.MailEvent.Recipient;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.MailEventCounter;
import clinic.appointments.port.UndeliverableMarks;

/**
 * Counts a mail event, and marks its patient when the event is final. Events come late, twice and in any order: a mark
 * depends on the patient's version and on the marks' weights, never on what came before.
 */
record HandleMailEvent(UndeliverableMarks marks, MailEventCounter counter, InstantSource clock) {

    Disposition handle(MailEvent event) {
        counter.count(event.kind());
        return new Disposition.Accepted(event.kind().mark().map(code -> effect(event, code))
                .orElse(Effect.MAIL_EVENT_COUNTED));
    }

    private Effect effect(MailEvent event, UndeliverableCode code) {
        return event.recipient().map(recipient -> mark(recipient, code)).orElse(Effect.MAIL_EVENT_WITHOUT_PATIENT);
    }

    private Effect mark(Recipient recipient, UndeliverableCode code) {
        return switch (marks.mark(recipient.patient(), recipient.registration(),
                new Undeliverable(code, clock.instant()))) {
            case MARKED -> Effect.PATIENT_MARKED;
            case MARKED_BEFORE -> Effect.REPEATED;
            case OUTDATED -> Effect.MAIL_EVENT_OUTDATED;
        };
    }
}
