package clinic.appointments.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose day: a patient's or a resource's.
 *
 * @param owner
 *            {@code patient#<id>} or {@code resource#<kind>:<id>}
 * @param date
 *            in UTC, because two appointments in different zones can overlap on different local dates
 */
public record CalendarId(String owner, LocalDate date) {

    private static final String PATIENT = "patient#";
    private static final String RESOURCE = "resource#";

    /** Every calendar day that a booking claims, each once. */
    public static List<CalendarId> claimedBy(Booking booking) {
        List<LocalDate> dates = booking.slot().interval().utcDates();
        return owners(booking).flatMap(owner -> dates.stream().map(date -> new CalendarId(owner, date))).toList();
    }

    private static Stream<String> owners(Booking booking) {
        return Stream.concat(Stream.of(PATIENT + booking.patientId()),
                booking.resources().stream().map(resource -> RESOURCE + resource));
    }

    /** Reads {@link #toString()}. */
    public static CalendarId of(String written) {
        int hash = written.lastIndexOf('#');
        return new CalendarId(written.substring(0, hash), LocalDate.parse(written.substring(hash + 1)));
    }

    public boolean isPatients() {
        return owner.startsWith(PATIENT);
    }

    @Override
    public String toString() {
        return owner + "#" + date;
    }
}
