package clinic.appointments.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of time that an appointment takes of a patient or a resource.
 *
 * @param interval with the resource's buffers
 */
public record Claim(CalendarOwner owner, Interval interval) {

    /** The days with the appointment's claims in place of those it had, as they are to be written. */
    static List<CalendarDay> put(List<Claim> claims, AppointmentId id, List<CalendarDay> days) {
        return days.stream().map(day -> claims.stream().filter(claim -> claim.touches(day.id())).findFirst()
                .map(claim -> day.without(id).claimed(claim.interval(), id)).orElseGet(() -> day.released(id)))
                .toList();
    }

    /** Everything that a booking claims. */
    public static List<Claim> of(Booking booking, Buffers buffers) {
        Interval interval = booking.slot().interval();
        Claim ofPatient = new Claim(new CalendarOwner.OfPatient(booking.patientId()), interval);
        return Stream.concat(Stream.of(ofPatient), booking.resources().stream().map(
                resource -> new Claim(new CalendarOwner.OfResource(resource), buffers.of(resource).around(interval))))
                .toList();
    }

    /** Whether it touches that calendar day. */
    public boolean touches(CalendarId day) {
        return owner.equals(day.owner()) && interval.utcDates().contains(day.date());
    }

    /** The calendar days that it touches, in order. */
    public Stream<CalendarId> days() {
        return interval.utcDates().stream().map(date -> new CalendarId(owner, date));
    }
}
