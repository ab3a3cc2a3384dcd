package clinic.appointments.local.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.template.EventSource;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a function from a queue, as an event source mapping does: one batch at a time for each process of the
 * function. It polls only when the ledger has a visible message, so that the record of calls contains no empty polls.
 */
public final class EventSourcePoller implements AutoCloseable {

    private static final Duration MAX_NAP = Duration.ofMillis(500);
    /** SQS returns at most ten messages; Lambda needs several calls for a larger batch. */
    private static final int MAX_MESSAGES = 10;

    private final EventSource source;
    private final SourceQueue queue;
    private final FunctionPool function;
    private final Activity activity;
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable RuntimeException obstacle;

    public EventSourcePoller(EventSource source, SourceQueue queue, FunctionPool function, Activity activity) {
        this.source = source;
        this.queue = queue;
        this.function = function;
        this.activity = activity;
    }

    /** Begins to poll. */
    public void start() {
        int concurrency = Math.min(function.size(), source.maximumConcurrency().orElse(Integer.MAX_VALUE));
        IntStream.range(0, concurrency).forEach(_ -> threads.add(
                Thread.ofVirtual().name("poll-" + queue.id()).start(this::pollForEver)));
    }

    /** Physical name of the queue. */
    public String queueName() {
        return queue.name();
    }

    /** The reason why the queue is not read, such as a missing permission, in one sentence. */
    public Optional<String> problem() {
        return Optional.ofNullable(obstacle).map(e -> "%s is not fed from %s: %s".formatted(function.function().id(),
                queue.id(), e.getMessage()));
    }

    /** Stops polling; an invocation that runs is abandoned, and its messages stay in the queue. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        queue.signal();
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
                queue.awaitVisible(MAX_NAP);
                pollWhenVisible();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            obstacle = e;
        }
    }

    private void pollWhenVisible() throws InterruptedException {
        if (queue.hasVisible()) {
            try (Activity.Task _ = activity.begin()) {
                poll();
            } catch (AwsCallException e) {
                surface(e);
            }
        }
    }

    private void poll() throws InterruptedException {
        List<JsonNode> batch = queue.receive(Math.min(source.batchSize(), MAX_MESSAGES));
        obstacle = null;
        if (!batch.isEmpty()) {
            feed(batch);
        }
    }

    private void feed(List<JsonNode> batch) throws InterruptedException {
        SqsEvent event = queue.event(batch);
        Invocation invocation = function.invoke(event.json(), event.traces());
        BatchOutcome outcome = BatchOutcome.of(invocation, event.messageIds(), source.partialBatchResponse());
        List<JsonNode> done = batch.stream()
                .filter(message -> outcome.done().contains(message.path("MessageId").asText())).toList();
        if (!done.isEmpty()) {
            queue.delete(done);
        }
    }

    /** A throttled or lost call is retried; a denied call will stay denied and becomes the reported problem. */
    private void surface(AwsCallException e) throws InterruptedException {
        obstacle = e.isDenied() ? e : obstacle;
        activity.awaitChange(Duration.ofMillis(100));
    }
}
