package clinic.appointments.port;

import clinic.appointments.message.Overdue;

/** What alarms watch besides the outcomes of messages. */
public interface Gauges {

    /** Tells how much was found overdue, nothing included. */
    void overdue(Overdue found);
}
