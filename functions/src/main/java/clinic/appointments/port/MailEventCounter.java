package clinic.appointments.port;

import clinic.appointments.message.MailEvent;

/** The mail event counter: counts the provider's reports on e-mails by kind. */
@FunctionalInterface
public interface MailEventCounter {

    /** Counts one event; a repeated event counts again. */
    void count(MailEvent.Kind kind);
}
