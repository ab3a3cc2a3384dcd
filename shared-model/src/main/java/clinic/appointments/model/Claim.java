package clinic.appointments.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim: the stretch of time that an appointment takes from a patient or a resource.
 *
 * @param interval includes the resource's buffers
 */
public record Claim(CalendarOwner owner, Interval interval) {

    /** The days with the appointment's old claims replaced by the new ones, ready to be written; no other days. */
    static List<CalendarDay> put(List<Claim> claims, AppointmentId id, List<CalendarDay> days) {
        return days.stream().flatMap(day -> put(claims, id, day).stream()).toList();
    }

    private static Optional<CalendarDay> put(List<Claim> claims, AppointmentId id, CalendarDay day) {
        return claims.stream().filter(claim -> claim.touches(day.id())).findFirst()
                .map(claim -> day.without(id).claimed(claim.interval(), id))
                .or(() -> Optional.of(day).filter(old -> old.isClaimedBy(id)).map(old -> old.released(id)));
    }

    /** All claims of a booking. */
    public static List<Claim> of(Booking booking, Buffers buffers) {
        Interval interval = booking.slot().interval();
        Claim ofPatient = new Claim(new CalendarOwner.OfPatient(booking.patientId()), interval);
        return Stream.concat(Stream.of(ofPatient), booking.resources().stream().map(
                resource -> new Claim(new CalendarOwner.OfResource(resource), buffers.of(resource).around(interval))))
                .toList();
    }

    /** Whether the claim touches the calendar day. */
    public boolean touches(CalendarId day) {
        return owner.equals(day.owner()) && interval.utcDates().contains(day.date());
    }

    /** The calendar days that the claim touches, in order. */
    public Stream<CalendarId> days() {
        return interval.utcDates().stream().map(date -> new CalendarId(owner, date));
    }
}
