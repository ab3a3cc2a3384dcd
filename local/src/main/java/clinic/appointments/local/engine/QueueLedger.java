package clinic.appointments.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From when on each message of each queue can be received, kept up to date by the queue engine before it answers the
 * call that changed it. It knows no content. The engine itself can only count; this knows the instant of the next
 * retry.
 */
public final class QueueLedger {

    private final InstantSource clock;
    private final Map<String, Map<String, Entry>> messages = new HashMap<>();

    private record Entry(Instant visibleFrom, Instant sentAt) {
    }

    public QueueLedger(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void put(String queue, String message, Instant from) {
        Map<String, Entry> entries = messages.computeIfAbsent(queue, _ -> new HashMap<>());
        Instant sentAt = Optional.ofNullable(entries.get(message)).map(Entry::sentAt).orElseGet(clock::instant);
        entries.put(message, new Entry(from, sentAt));
        notifyAll();
    }

    synchronized void remove(String queue, String message) {
        messages.getOrDefault(queue, Map.of()).remove(message);
        notifyAll();
    }

    /** Wakes those who wait for a message, because the clock moved or they shall stop. */
    public synchronized void signal() {
        notifyAll();
    }

    /** How many messages of a queue can be received now, and how many cannot yet: in flight or delayed. */
    public synchronized QueueCounts counts(String queue) {
        Instant now = clock.instant();
        Collection<Entry> all = messages.getOrDefault(queue, Map.of()).values();
        long visible = all.stream().filter(entry -> !entry.visibleFrom().isAfter(now)).count();
        return new QueueCounts((int) visible, (int) (all.size() - visible));
    }

    /** When a message was sent, by the local clock: the engine itself tells real time. */
    public synchronized Optional<Instant> sentAt(String queue, String message) {
        return Optional.ofNullable(messages.getOrDefault(queue, Map.of()).get(message)).map(Entry::sentAt);
    }

    /** When the next message of these queues becomes visible that is not visible now. */
    public synchronized Optional<Instant> nextVisible(Collection<String> queues) {
        Instant now = clock.instant();
        return queues.stream().flatMap(queue -> messages.getOrDefault(queue, Map.of()).values().stream())
                .map(Entry::visibleFrom).filter(from -> from.isAfter(now)).min(Instant::compareTo);
    }

    /** Waits for a message of the queue that can be received; may return earlier, and does after the given time. */
    public synchronized void awaitVisible(String queue, Duration atMost) throws InterruptedException {
        if (counts(queue).visible() == 0) {
            wait(Math.max(1, atMost.toMillis()));
        }
    }
}
