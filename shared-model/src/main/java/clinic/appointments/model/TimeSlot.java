package clinic.appointments.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time slot: the time of an appointment, kept both as a local slot in a zone and as the instants that it stood for
 * when it was made. The instants are kept, because governments change the rules of zones: claimed time stays claimed.
 *
 * @param interval instants of {@code local} in {@code zone} when the slot was made
 */
public record TimeSlot(LocalSlot local, ZoneId zone, Interval interval) {

    /** A slot by the zone's present rules. */
    public static TimeSlot of(LocalDate date, LocalTime start, LocalTime end, ZoneId zone) {
        return new LocalSlot(date, start, end).in(zone);
    }

    public LocalDate date() {
        return local.date();
    }

    public LocalTime start() {
        return local.start();
    }

    /** The end, exclusive; midnight is the end of the date. */
    public LocalTime end() {
        return local.end();
    }

    /** Whether the start or the end is a local time that clocks skip when they go forward. */
    public boolean isSkippedByClockChange() {
        return local.isSkippedByClockChange(zone);
    }

    /** Whether the zone's present rules give the local time other instants than when the slot was made. */
    public boolean isShiftedByZoneRules() {
        return !equals(local.in(zone));
    }
}
