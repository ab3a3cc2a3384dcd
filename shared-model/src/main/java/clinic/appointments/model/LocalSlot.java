package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A local slot: a date with a start and an end, as people write them. The zone determines the instants. A local time
 * that occurs twice, when clocks go back, means the first occurrence.
 *
 * @param end exclusive, after {@code start}; midnight is the end of the date
 */
public record LocalSlot(LocalDate date, LocalTime start, LocalTime end) {

    public LocalSlot {
        InvalidValueException.unless(isMidnight(end) || start.isBefore(end), "endTime", "must be after startTime");
    }

    /** The slot in a zone, by the zone's present rules. */
    public TimeSlot in(ZoneId zone) {
        return new TimeSlot(this, zone, interval(zone));
    }

    /** Whether the start or the end is a local time that clocks skip when they go forward. */
    boolean isSkippedByClockChange(ZoneId zone) {
        return isSkipped(start, zone) || (!isMidnight(end) && isSkipped(end, zone));
    }

    private boolean isSkipped(LocalTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(LocalDateTime.of(date, time)).isEmpty();
    }

    /**
     * The slot's interval on the UTC clock. A skipped local time is shifted by the length of the gap; where that leaves
     * no time between start and end, the slot has its nominal length.
     */
    private Interval interval(ZoneId zone) {
        Instant from = ZonedDateTime.of(date, start, zone).toInstant();
        Instant to = endIn(zone).toInstant();
        return new Interval(from, from.isBefore(to) ? to : from.plus(lengthOnPaper()));
    }

    private ZonedDateTime endIn(ZoneId zone) {
        return isMidnight(end) ? date.plusDays(1).atStartOfDay(zone) : ZonedDateTime.of(date, end, zone);
    }

    private Duration lengthOnPaper() {
        Duration sameDay = Duration.between(start, end);
        return isMidnight(end) ? sameDay.plusDays(1) : sameDay;
    }

    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }
}
