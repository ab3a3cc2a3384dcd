package clinic.appointments.port;

import java.util.List;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;

/** Appointments together with the calendar days that they claim. */
public interface Bookings {

    /** Reads all that the decision on an appointment needs, strongly consistent. */
    BookingSituation situationOf(Appointment wanted);

    /** Reads calendar days, strongly consistent; one that nobody has written is empty. */
    List<CalendarDay> days(List<CalendarId> ids);

    /**
     * Writes the appointment and its calendar days, all or nothing. Repeating is safe: the second call is a
     * {@link Written#CONFLICT}, and the appointment read then shows the request in its history.
     */
    Written save(Decision.Granted granted);
}
