package clinic.appointments.local.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The messages that are in a queue, and the latest of those that were: the oldest of them is forgotten when there are
 * more than {@value #MAX_TRAILS}. Safe for use by several threads.
 */
public final class MessageTrails {

    private static final int MAX_TRAILS = 50_000;

    private final InstantSource clock;
    private final Map<Key, MessageTrail> trails = new LinkedHashMap<>();
    private long changes;

    /** A message that moves to another queue keeps its id. */
    private record Key(String queue, String messageId) {
    }

    /** A message as the engine reports it. */
    record Reported(String queue, String messageId, String body, Map<String, String> attributes,
            Optional<String> trace, int receives, Optional<String> receipt, Instant visibleFrom) {
    }

    MessageTrails(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void put(Reported message) {
        changes++;
        Key key = new Key(message.queue(), message.messageId());
        MessageTrail known = trails.get(key);
        trails.put(key, trail(message, known));
        forgetOldest();
    }

    synchronized void remove(String queue, String messageId) {
        changes++;
        trails.computeIfPresent(new Key(queue, messageId), (_, known) -> removed(known));
    }

    /** The messages that match, in order of their first appearance in a queue. */
    public synchronized List<MessageTrail> matching(Predicate<MessageTrail> wanted) {
        return trails.values().stream().filter(wanted).toList();
    }

    /** A number that grows with each change. */
    public synchronized long changes() {
        return changes;
    }

    private MessageTrail trail(Reported message, @Nullable MessageTrail known) {
        List<Instant> receives = new ArrayList<>(known == null ? List.of() : known.receivedAt());
        IntStream.range(receives.size(), message.receives()).forEach(_ -> receives.add(clock.instant()));
        return new MessageTrail(message.queue(), message.messageId(), message.body(), message.attributes(),
                message.trace(), known == null ? clock.instant() : known.sentAt(), receives,
                message.receipt(), message.visibleFrom(), Optional.empty());
    }

    private MessageTrail removed(MessageTrail known) {
        return new MessageTrail(known.queue(), known.messageId(), known.body(), known.attributes(), known.trace(),
                known.sentAt(), known.receivedAt(), known.receipt(), known.visibleFrom(),
                known.removedAt().or(() -> Optional.of(clock.instant())));
    }

    private void forgetOldest() {
        if (trails.size() > MAX_TRAILS) {
            Iterator<MessageTrail> oldest = trails.values().iterator();
            while (oldest.hasNext()) {
                if (!oldest.next().isPresent()) {
                    oldest.remove();
                    return;
                }
            }
        }
    }
}
