package clinic.appointments.port;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.AppointmentId;

/** The holds: the sender of requests to release appointments that wait for a confirmation by hand. */
public interface Holds {

    /** Asks for the release of an appointment, if its time is over. Repeating is safe. */
    void end(AppointmentId appointment, Correlation correlation);
}
