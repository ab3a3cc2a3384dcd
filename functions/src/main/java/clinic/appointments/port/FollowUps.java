package clinic.appointments.port;

import clinic.appointments.message.FollowUp;

/** The follow-ups: the sender of follow-up messages to the confirmation stage. */
public interface FollowUps {

    /** Sends a follow-up; repeating is safe, because handling it again is. */
    void send(FollowUp message);
}
