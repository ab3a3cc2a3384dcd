package clinic.appointments.model;

import java.time.Duration;
import java.util.Optional;

/**
 * The resource terms: the booking rules of a kind of resource.
 *
 * @param capacity number of appointments at once, from 1 to 100
 * @param hold how long a request waits for a confirmation by hand; empty when it needs none
 */
public record ResourceTerms(int capacity, Buffer buffer, OpeningHours hours, Optional<Duration> hold) {

    /** One appointment at a time, back to back, at any time, confirmed at once. */
    public static final ResourceTerms DEFAULT = new ResourceTerms(1, Buffer.NONE, OpeningHours.ALWAYS,
            Optional.empty());

    static final int MAX_CAPACITY = 100;

    public ResourceTerms {
        if (!isCapacity(capacity)) {
            throw new IllegalArgumentException("capacity must be from 1 to " + MAX_CAPACITY);
        }
        BookingTerms.checkHold(hold);
    }

    static boolean isCapacity(int number) {
        return number >= 1 && number <= MAX_CAPACITY;
    }
}
