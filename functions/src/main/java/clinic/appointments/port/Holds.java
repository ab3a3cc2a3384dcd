package clinic.appointments.port;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.AppointmentId;

/** Appointments that wait for a confirmation by hand. */
public interface Holds {

    /** Has one released, if its time is over. Repeating is safe. */
    void end(AppointmentId appointment, Correlation correlation);
}
