package clinic.appointments.model;

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

    /** The same stretch of time on the UTC clock; a skipped local time is moved on by the length of the gap. */
    public Interval interval() {
        return new Interval(at(start).toInstant(), at(end).toInstant());
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
