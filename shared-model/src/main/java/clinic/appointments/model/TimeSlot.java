package clinic.appointments.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an appointment takes place: as people write it, in a zone, and the instants that this meant when it was written.
 * The instants are kept, because governments change the rules of zones: what was claimed stays claimed.
 *
 * @param interval what {@code local} meant in {@code zone} when the slot was made
 */
public record TimeSlot(LocalSlot local, ZoneId zone, Interval interval) {

    /** A slot by the zone's rules of today. */
    public static TimeSlot of(LocalDate date, LocalTime start, LocalTime end, ZoneId zone) {
        return new LocalSlot(date, start, end).in(zone);
    }

    public LocalDate date() {
        return local.date();
    }

    public LocalTime start() {
        return local.start();
    }

    /** Exclusive; midnight is the end of the date. */
    public LocalTime end() {
        return local.end();
    }

    /** Whether the start or the end is a local time that does not occur, because clocks go forward over it. */
    public boolean isSkippedByClockChange() {
        return local.isSkippedByClockChange(zone);
    }

    /** Whether the zone's rules of today give the local time other instants than those of when the slot was made. */
    public boolean isShiftedByZoneRules() {
        return !equals(local.in(zone));
    }
}
