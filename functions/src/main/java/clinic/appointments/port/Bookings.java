package clinic.appointments.port;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.Decision;

/** Appointments together with the calendar days that they claim. */
public interface Bookings {

    /** Reads all that the decision on an appointment needs, strongly consistent. */
    BookingSituation situationOf(Appointment wanted);

    /**
     * Writes the appointment and its claims, all or nothing. Repeating is safe: the second call is a
     * {@link Written#CONFLICT}, and the situation read then shows the appointment.
     */
    Written save(Decision.Booked booked);
}
