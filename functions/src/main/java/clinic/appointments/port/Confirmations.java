package clinic.appointments.port;

import clinic.appointments.message.ConfirmationMessage;

/** The way to the confirmation stage. */
public interface Confirmations {

    /** Sends; repeating is safe, because confirming is. */
    void send(ConfirmationMessage message);
}
