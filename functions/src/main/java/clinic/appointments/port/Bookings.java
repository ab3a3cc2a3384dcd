package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;

/**
 * The bookings: the store of appointments with the calendar days that they claim and the receipts of their requests.
 */
public interface Bookings {

    /**
     * Reads the data for a decision, strongly consistent; a day never written is empty, and a resource that nobody
     * defined is left out.
     */
    BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days,
            List<ResourceId> resources);

    /** Reads the rest of the data for a decision on an appointment that has been read; otherwise the same. */
    BookingSituation situationOf(Appointment existing, List<CalendarId> days, List<ResourceId> resources);

    /**
     * Reads calendar days, at most 100, as they were at one moment; a day never written is empty. The situation is
     * consistent for each day only: two days can be read before and after a move from one to the other.
     *
     * @return empty when one of the days is being written
     */
    Optional<List<CalendarDay>> snapshotOf(List<CalendarId> days);

    /**
     * Writes the appointment, its calendar days and the receipt of the request, all or nothing. Repeating is safe: the
     * second call is {@link WriteResult#TAKEN}, and the appointment's history then shows the request.
     */
    WriteResult save(Decision.Granted granted, Receipts.Settlement settlement);
}
