package clinic.appointments.port;

import java.util.List;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;

/** Appointments together with the calendar days that they claim. */
public interface Bookings {

    /** Reads all that a decision needs, strongly consistent; a day that nobody has written is empty. */
    BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days);

    /**
     * Writes the appointment and its calendar days, all or nothing. Repeating is safe: the second call is a
     * {@link WriteResult#CONFLICT}, and the appointment read then shows the request in its history.
     */
    WriteResult save(Decision.Granted granted);
}
