package clinic.appointments.port;

import java.util.List;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;

/** The bookings: the store of appointments together with the calendar days that they claim. */
public interface Bookings {

    /** Reads the data for a decision, strongly consistent; a day never written is empty. */
    BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days);

    /**
     * Writes the appointment and its calendar days, all or nothing. Repeating is safe: the second call is a
     * {@link WriteResult#CONFLICT}, and the appointment's history then shows the request.
     */
    WriteResult save(Decision.Granted granted);
}
