package clinic.appointments.model;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The resource rules: the rules for bookings of one resource.
 *
 * @param capacity number of appointments at once
 * @param hold how long a request waits for a confirmation by hand; empty when it needs none
 */
public record ResourceRules(int capacity, Buffer buffer, WorkingHours hours, Optional<Duration> hold) {

    /** The rules of a kind, which every resource of the kind has that is not defined otherwise. */
    static ResourceRules of(ResourceTerms kind, ZoneId clinic) {
        return new ResourceRules(kind.capacity(), kind.buffer(), WorkingHours.weekly(kind.hours(), clinic),
                kind.hold());
    }
}
