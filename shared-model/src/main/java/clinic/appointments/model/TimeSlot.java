package clinic.appointments.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

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

    /**
     * The slot with exactly this interval, as a booking on the date writes it; empty when none has it: not across
     * midnight, and not in the second of two equal hours.
     *
     * @param date a date that occurs in the zone
     */
    static Optional<TimeSlot> written(Interval wanted, LocalDate date, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(wanted.start(), zone);
        LocalTime end = wanted.end().equals(Interval.ofDay(date, zone).end())
                ? LocalTime.MIDNIGHT
                : LocalTime.ofInstant(wanted.end(), zone);
        boolean isOfDate = start.toLocalDate().equals(date)
                && (end.equals(LocalTime.MIDNIGHT) || start.toLocalTime().isBefore(end));
        return isOfDate
                ? Optional.of(of(date, start.toLocalTime(), end, zone)).filter(slot -> slot.interval.equals(wanted))
                : Optional.empty();
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
