package clinic.appointments.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The resource details: what is defined for one resource. For what is left out, the stage's settings for its kind hold.
 *
 * @param hours without a period it is closed
 * @param capacity number of appointments at once
 * @param buffer at most {@link #MAX_BUFFER} on each side
 * @param hold how long a request waits for a confirmation by hand
 */
public record ResourceDetails(Optional<List<WorkingHours.Period>> hours, Optional<Integer> capacity,
        Optional<Buffer> buffer, Optional<Duration> hold) {

    /** Nothing is defined: everything is as for its kind. */
    public static final ResourceDetails NONE = new ResourceDetails(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    /** Keeps the calendar days few that a booking reads before it knows the buffer. */
    public static final Duration MAX_BUFFER = Duration.ofHours(4);
    /** Keeps the item small that every booking of the resource reads. */
    public static final int MAX_PERIODS = 20;

    public ResourceDetails {
        hours = hours.map(List::copyOf);
    }

    /**
     * These details, checked. Only incoming values are checked, because stored ones may be older than today's rules.
     *
     * @throws InvalidValueException when a field holds an impossible value
     */
    public ResourceDetails accepted() {
        hours.ifPresent(ResourceDetails::checkHours);
        InvalidValueException.unless(capacity.stream().allMatch(ResourceTerms::isCapacity), "capacity",
                "must be from 1 to " + ResourceTerms.MAX_CAPACITY);
        checkBuffer(buffer);
        checkHold(hold);
        return this;
    }

    static void checkBuffer(Optional<Buffer> buffer) {
        InvalidValueException.unless(buffer.stream().allMatch(ResourceDetails::fits), "buffer",
                "must be at most " + MAX_BUFFER + " before and after");
    }

    static void checkHold(Optional<Duration> hold) {
        InvalidValueException.unless(hold.stream().allMatch(BookingTerms::isHold), "hold", "must be a minute at least");
    }

    private static void checkHours(List<WorkingHours.Period> periods) {
        InvalidValueException.unless(periods.size() <= MAX_PERIODS, "hours",
                "must have at most " + MAX_PERIODS + " periods");
        InvalidValueException.unless(periods.stream().allMatch(WorkingHours.Period::isInOrder), "hours",
                "must not end before they begin");
        InvalidValueException.unless(WorkingHours.areApart(periods), "hours", "must not have a date in two periods");
    }

    private static boolean fits(Buffer buffer) {
        return buffer.before().compareTo(MAX_BUFFER) <= 0 && buffer.after().compareTo(MAX_BUFFER) <= 0;
    }
}
