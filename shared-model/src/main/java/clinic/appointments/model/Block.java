package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A block: a stretch of time in which a resource takes no appointments, such as a leave or a repair. While it is
 * active, an entry on each calendar day of its time refuses bookings.
 *
 * @param reason a code of the client; empty when it gave none
 * @param request the request that made the block
 * @param since when it was made: what staff has placed afterwards with an override stays
 * @param liftedAt when it was lifted, for good; empty while it is active
 */
public record Block(BlockId id, ResourceId resource, Interval interval, Optional<ReasonCode> reason, RequestId request,
        Instant since, Optional<Instant> liftedAt) {

    public boolean isActive() {
        return liftedAt.isEmpty();
    }

    /** The block, lifted. */
    public Block lifted(Instant at) {
        return new Block(id, resource, interval, reason, request, since, Optional.of(at));
    }

    /** Its entry on each of its calendar days. */
    public CalendarDay.Blocked entry() {
        return new CalendarDay.Blocked(id, interval, since);
    }

    /** The calendar days that have its entry while it is active, in order. */
    public List<CalendarId> days() {
        return new Claim(new CalendarOwner.OfResource(resource), interval).days().toList();
    }

    /** Whether an appointment that is not over has to give way. */
    public boolean displaces(Appointment appointment, Instant now) {
        return appointment.isAhead(now) && appointment.booking().resources().contains(resource)
                && entry().displaces(appointment);
    }
}
