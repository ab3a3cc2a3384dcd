package clinic.appointments.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The visit type details: what is defined for one visit type. For what is left out, the resources' and the stage's
 * rules hold.
 *
 * @param duration length of an appointment
 * @param buffer least time around an appointment that each of its resources needs; at most
 *            {@link ResourceDetails#MAX_BUFFER} on each side
 * @param resources all different; a pool may be in the place of one; may be empty
 * @param minimumNotice least time from the request to the start
 * @param hold how long a request waits for a confirmation by hand
 */
public record VisitTypeDetails(Duration duration, Optional<Buffer> buffer, List<ResourceId> resources,
        Optional<Duration> minimumNotice, Optional<Duration> hold) {

    private static final Duration MIN_DURATION = Duration.ofMinutes(1);
    private static final Duration MAX_DURATION = Duration.ofDays(1);

    public VisitTypeDetails {
        resources = List.copyOf(resources);
    }

    /**
     * These details, checked. Only incoming values are checked, because stored ones may be older than today's rules.
     *
     * @throws InvalidValueException when a field holds an impossible value
     */
    public VisitTypeDetails accepted() {
        InvalidValueException.unless(duration.compareTo(MIN_DURATION) >= 0 && duration.compareTo(MAX_DURATION) <= 0,
                "duration",
                "must be from " + MIN_DURATION + " to " + MAX_DURATION);
        ResourceDetails.checkBuffer(buffer);
        Booking.acceptedResources(resources);
        ResourceDetails.checkHold(hold);
        return this;
    }
}
