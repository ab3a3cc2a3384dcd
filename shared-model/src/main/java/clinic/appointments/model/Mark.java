package clinic.appointments.model;

import java.time.Instant;

/**
 * A mark: what staff has noted on an appointment without changing it, as the time and the person.
 *
 * @param at when the request for the mark was sent, or decided where the queue does not report that
 * @param actor the requester: an id that the client names, or {@link Provenance#CLIENT}
 */
public record Mark(Instant at, String actor) {

    /** The mark for which a request asks. */
    static Mark by(Provenance provenance) {
        return new Mark(provenance.sentAt().orElse(provenance.at()), provenance.actor());
    }
}
