package clinic.appointments.port;

import clinic.appointments.message.FollowUp;

/** The way to the confirmation stage. */
public interface FollowUps {

    /** Sends; repeating is safe, because what follows is. */
    void send(FollowUp message);
}
