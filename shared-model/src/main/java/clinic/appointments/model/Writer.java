package clinic.appointments.model;

import java.time.Instant;

/**
 * The writer: the request that made a version of a patient or a resource.
 *
 * @param sentAt when that request was sent: queues reorder, and requests sent before it are out of date
 */
public record Writer(RequestId request, Instant sentAt) {

    /** Whether a request sent at the given time comes too late to change anything. */
    public boolean isAfter(Instant sent) {
        return sentAt.isAfter(sent);
    }
}
