package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When an appointment takes place, as people write it: a date, a start and an end on that date, in a zone. A local time
 * that occurs twice, when clocks go back, means the first of the two.
 *
 * @param end
 *            exclusive, after {@code start}
 */
public record TimeSlot(LocalDate date, LocalTime start, LocalTime end, ZoneId zone) {

    public TimeSlot {
        InvalidValueException.unless(start.isBefore(end), "endTime", "must be after startTime");
    }

    /**
     * The same stretch of time on the UTC clock. A skipped local time is moved on by the length of the gap; where that
     * leaves no time between start and end, the slot has the length that it has on paper.
     */
    public Interval interval() {
        Instant from = at(start).toInstant();
        Instant to = at(end).toInstant();
        return new Interval(from, from.isBefore(to) ? to : from.plus(Duration.between(start, end)));
    }

    /** Whether the start or the end is a local time that does not occur, because clocks go forward over it. */
    public boolean isSkippedByClockChange() {
        return isSkipped(start) || isSkipped(end);
    }

    private boolean isSkipped(LocalTime time) {
        return zone.getRules().getValidOffsets(LocalDateTime.of(date, time)).isEmpty();
    }

    private ZonedDateTime at(LocalTime time) {
        return ZonedDateTime.of(date, time, zone);
    }
}
