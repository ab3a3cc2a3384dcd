package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of an appointment; holds ids and codes only, no free text.
 *
 * @param version
 *            the appointment's version after the change
 * @param actor
 *            who asked for it: {@link #CLIENT} or {@link #SERVICE}
 * @param from
 *            status before; empty for the first entry
 * @param bodyHash
 *            SHA-256 of the request's body; empty for what the service does by itself
 */
public record HistoryEntry(long version, Instant at, String actor, AppointmentAction action,
        Optional<AppointmentStatus> from, AppointmentStatus to, RequestId requestId, Optional<String> bodyHash) {

    /** Somebody who sent a request. */
    public static final String CLIENT = "client";
    /** The service itself, following its settings. */
    public static final String SERVICE = "service";

    /** Whether this is what the given request did. */
    public boolean isBy(RequestId request, AppointmentAction done) {
        return requestId.equals(request) && action == done;
    }
}
