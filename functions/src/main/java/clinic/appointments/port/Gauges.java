package clinic.appointments.port;

import clinic.appointments.message.Overdue;

/** The gauges: measured values for alarms, in addition to the outcomes of messages. */
public interface Gauges {

    /** Publishes the overdue counts, even when they are zero. */
    void overdue(Overdue found);

    /** Tells how many requests a reconciliation has given up, even when it is none. */
    void givenUp(long requests);
}
