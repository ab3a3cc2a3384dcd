package clinic.appointments.local.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message of a queue and everything that has happened to it there. Times are those of the local clock.
 *
 * @param queue physical name of the queue
 * @param attributes values of the message attributes, in the order of their names
 * @param trace the trace header that came with it
 * @param receivedAt one time for each receive, the first first
 * @param receipt handle of the latest receive, with which its receiver can change or delete the message
 * @param visibleFrom time from which it can be received
 * @param removedAt time at which it was deleted or moved; empty while it is in the queue
 */
public record MessageTrail(String queue, String messageId, String body, Map<String, String> attributes,
        Optional<String> trace, Instant sentAt, List<Instant> receivedAt, Optional<String> receipt,
        Instant visibleFrom, Optional<Instant> removedAt) {

    public MessageTrail {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        receivedAt = List.copyOf(receivedAt);
    }

    /** Whether it is still in its queue. */
    public boolean isPresent() {
        return removedAt.isEmpty();
    }

    /** Without the body, which may contain personal data. */
    @Override
    public String toString() {
        return "MessageTrail[" + queue + " " + messageId + "]";
    }
}
