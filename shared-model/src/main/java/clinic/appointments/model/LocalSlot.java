package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A date with a start and an end on it, as people write them; which instants these are depends on the zone. A local
 * time that occurs twice, when clocks go back, means the first of the two.
 *
 * @param end exclusive, after {@code start}; midnight is the end of the date
 */
public record LocalSlot(LocalDate date, LocalTime start, LocalTime end) {

    public LocalSlot {
        InvalidValueException.unless(isMidnight(end) || start.isBefore(end), "endTime", "must be after startTime");
    }

    /** The slot in a zone, by the zone's rules of today. */
    public TimeSlot in(ZoneId zone) {
        return new TimeSlot(this, zone, interval(zone));
    }

    /** Whether the start or the end is a local time that does not occur, because clocks go forward over it. */
    boolean isSkippedByClockChange(ZoneId zone) {
        return isSkipped(start, zone) || (!isMidnight(end) && isSkipped(end, zone));
    }

    private boolean isSkipped(LocalTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(LocalDateTime.of(date, time)).isEmpty();
    }

    /**
     * The same stretch of time on the UTC clock. A skipped local time is moved on by the length of the gap; where that
     * leaves no time between start and end, the slot has the length that it has on paper.
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
