package clinic.appointments.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.local.clock.Changes;

/**
 * The time from which each message of each queue is visible. The queue engine updates it before it answers the call
 * that changed a message. Their content is in the {@link #trails()}. The engine itself can only count; the ledger knows
 * the time of the next retry.
 */
public final class QueueLedger {

    private final InstantSource clock;
    private final Changes changes = new Changes();
    private final MessageTrails trails;
    private final Map<String, Map<String, Entry>> messages = new HashMap<>();

    private record Entry(Instant visibleFrom, Instant sentAt) {
    }

    public QueueLedger(InstantSource clock) {
        this.clock = clock;
        this.trails = new MessageTrails(clock);
    }

    /** The messages with their content. */
    public MessageTrails trails() {
        return trails;
    }

    void put(String queue, String message, Instant from) {
        store(queue, message, from);
        changes.signal();
    }

    private synchronized void store(String queue, String message, Instant from) {
        Map<String, Entry> entries = messages.computeIfAbsent(queue, _ -> new HashMap<>());
        Instant sentAt = Optional.ofNullable(entries.get(message)).map(Entry::sentAt).orElseGet(clock::instant);
        entries.put(message, new Entry(from, sentAt));
    }

    synchronized void remove(String queue, String message) {
        messages.getOrDefault(queue, Map.of()).remove(message);
    }

    /** Wakes the threads that wait for a message, because the clock has moved or they have to stop. */
    public void signal() {
        changes.signal();
    }

    /** The number of visible messages of a queue, and of those in flight or delayed. */
    public synchronized QueueCounts counts(String queue) {
        Instant now = clock.instant();
        Collection<Entry> all = messages.getOrDefault(queue, Map.of()).values();
        long visible = all.stream().filter(entry -> !entry.visibleFrom().isAfter(now)).count();
        return new QueueCounts((int) visible, (int) (all.size() - visible));
    }

    /** The time at which a message was sent, on the local clock; the engine itself reports real time. */
    public synchronized Optional<Instant> sentAt(String queue, String message) {
        return Optional.ofNullable(messages.getOrDefault(queue, Map.of()).get(message)).map(Entry::sentAt);
    }

    /** The time at which the next message of these queues becomes visible. */
    public synchronized Optional<Instant> nextVisible(Collection<String> queues) {
        Instant now = clock.instant();
        return queues.stream().flatMap(queue -> messages.getOrDefault(queue, Map.of()).values().stream())
                .map(Entry::visibleFrom).filter(from -> from.isAfter(now)).min(Instant::compareTo);
    }

    /** Waits for a visible message of the queue, at most for the given time; may return earlier. */
    public void awaitVisible(String queue, Duration atMost) throws InterruptedException {
        changes.awaitUnless(() -> counts(queue).visible() > 0, atMost);
    }
}
