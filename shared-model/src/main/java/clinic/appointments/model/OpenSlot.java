package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An open slot: a date with a start, as people write them, and an end that they may leave to the length of the visit.
 *
 * @param end exclusive, after {@code start}; midnight is the end of the date
 */
public record OpenSlot(LocalDate date, LocalTime start, Optional<LocalTime> end) {

    public OpenSlot {
        end.ifPresent(known -> new LocalSlot(date, start, known));
    }

    public static OpenSlot of(LocalSlot slot) {
        return new OpenSlot(slot.date(), slot.start(), Optional.of(slot.end()));
    }

    /**
     * The slot in a zone, by the zone's present rules; one without an end lasts for the length, as elapsed time. Empty
     * when no local end on the date stands for it: after midnight, or in the second of two equal hours.
     */
    Optional<TimeSlot> in(ZoneId zone, Duration length) {
        return end.map(known -> new LocalSlot(date, start, known).in(zone)).or(() -> lasting(length, zone));
    }

    /** The slot in a zone, of one that has an end. */
    public Optional<TimeSlot> in(ZoneId zone) {
        return end.map(known -> new LocalSlot(date, start, known).in(zone));
    }

    /** A start that clocks skip stays as it is written: no slot with it can be booked. */
    private Optional<TimeSlot> lasting(Duration length, ZoneId zone) {
        Instant from = ZonedDateTime.of(date, start, zone).toInstant();
        return TimeSlot.written(new Interval(from, from.plus(length)), date, zone)
                .map(slot -> new LocalSlot(date, start, slot.end()).in(zone));
    }
}
