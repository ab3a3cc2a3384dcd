package clinic.appointments.local.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.template.EventSource;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Feeds a function from a queue, as an event source mapping does: one batch at a time for each process of the function.
 * It asks only when the ledger knows of a message, so that the record of calls holds no empty polls.
 */
public final class EventSourcePoller implements AutoCloseable {

    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    /** SQS returns at most ten messages; a larger batch size of Lambda takes several calls. */
    private static final int MOST_MESSAGES = 10;

    private final EventSource source;
    private final Queue queue;
    private final FunctionPool function;
    private final SourceQueue messages;
    private final QueueLedger ledger;
    private final Activity activity;
    private final String region;
    private final List<Thread> threads = new ArrayList<>();
    private volatile RuntimeException hindrance;

    /**
     * @param accessKey of the function's role
     */
    public EventSourcePoller(EventSource source, Queue queue, FunctionPool function, AwsCalls calls, String accessKey,
            String region, QueueLedger ledger, Activity activity) {
        this.source = source;
        this.queue = queue;
        this.function = function;
        this.messages = new SourceQueue(calls, queue, accessKey);
        this.ledger = ledger;
        this.activity = activity;
        this.region = region;
    }

    /** Begins to poll. */
    public void start() {
        int concurrency = Math.min(function.size(), source.maximumConcurrency().orElse(Integer.MAX_VALUE));
        IntStream.range(0, concurrency).forEach(_ -> threads.add(
                Thread.ofVirtual().name("poll-" + queue.id()).start(this::pollForEver)));
    }

    /** Name of the queue that it empties. */
    public String queueName() {
        return queue.name();
    }

    /** Why the queue is not emptied, such as that the function's role may not. One sentence. */
    public Optional<String> problem() {
        return Optional.ofNullable(hindrance).map(e -> "%s is not fed from %s: %s".formatted(function.function().id(),
                queue.id(), e.getMessage()));
    }

    /** Stops polling; an invocation that runs is abandoned, and its messages stay in the queue. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        ledger.signal();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void pollForEver() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ledger.awaitVisible(queue.name(), LONGEST_NAP);
                pollWhenVisible();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            hindrance = e;
        }
    }

    private void pollWhenVisible() throws InterruptedException {
        if (ledger.counts(queue.name()).visible() > 0) {
            try (var _ = activity.begin()) {
                poll();
            } catch (AwsCallException e) {
                surface(e);
            }
        }
    }

    private void poll() throws InterruptedException {
        List<JsonNode> batch = messages.receive(Math.min(source.batchSize(), MOST_MESSAGES));
        hindrance = null;
        if (!batch.isEmpty()) {
            batch.forEach(this::stamp);
            feed(batch);
        }
    }

    /** On the local clock, by which the function goes. */
    private void stamp(JsonNode message) {
        ledger.sentAt(queue.name(), message.path("MessageId").asText())
                .ifPresent(sentAt -> ((ObjectNode) message).withObject("Attributes").put("SentTimestamp",
                        Long.toString(sentAt.toEpochMilli())));
    }

    private void feed(List<JsonNode> batch) throws InterruptedException {
        SqsEvent event = new SqsEvent(batch, queue.arn(), region);
        Invocation invocation = function.invoke(event.json(), event.traces());
        BatchOutcome outcome = BatchOutcome.of(invocation, event.messageIds(), source.partialBatchResponse());
        List<JsonNode> done = batch.stream()
                .filter(message -> outcome.done().contains(message.path("MessageId").asText())).toList();
        if (!done.isEmpty()) {
            messages.delete(done);
        }
    }

    /** A throttled or lost call is tried again; a denied one stays denied, and is said. */
    private void surface(AwsCallException e) throws InterruptedException {
        hindrance = e.isDenied() ? e : hindrance;
        activity.awaitChange(Duration.ofMillis(100));
    }
}
