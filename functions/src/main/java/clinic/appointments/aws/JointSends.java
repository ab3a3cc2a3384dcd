package clinic.appointments.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import clinic.appointments.port.LaneObserver;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends the messages of several lanes together. A lane that sends a message waits until every other lane waits, too, or
 * has ended; one of them then makes one call for each queue. So a message counts as sent when SQS has accepted it, as
 * if its lane had sent it alone: what follows in the lane, such as the acknowledgement of its message, comes after it.
 * Outside a batch, a message leaves at once.
 */
public final class JointSends implements LaneObserver {

    /** A lane that has to repeat its attempts for seconds does not hold up the messages of the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SqsClient client;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<WaitingSend> waiting = new ArrayList<>();
    private int lanes;

    public JointSends(SqsClient client) {
        this.client = client;
    }

    @Override
    public void begun(int started) {
        change(() -> lanes = started);
    }

    @Override
    public void ended() {
        change(() -> lanes--);
    }

    /**
     * Sends a message, and returns when it is sent. An exception means that it may not be sent, and concerns this
     * message only.
     */
    void send(WaitingSend message) {
        waitForOthers(message).stream().collect(Collectors.groupingBy(WaitingSend::queueUrl))
                .forEach((queueUrl, messages) -> SendBatch.inTens(queueUrl, messages)
                        .forEach(batch -> batch.send(client)));
        message.await();
    }

    /** The messages to send now; none if another lane sends this one. */
    private List<WaitingSend> waitForOthers(WaitingSend message) {
        lock.lock();
        try {
            waiting.add(message);
            for (long nanos = PATIENCE.toNanos(); nanos > 0 && waiting.size() < lanes && waiting.contains(message);) {
                nanos = changed.awaitNanos(nanos);
            }
            return waiting.contains(message) ? takeAll() : List.of();
        } catch (InterruptedException interrupted) {
            waiting.remove(message);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before a message was sent", interrupted);
        } finally {
            lock.unlock();
        }
    }

    private List<WaitingSend> takeAll() {
        List<WaitingSend> all = List.copyOf(waiting);
        waiting.clear();
        changed.signalAll();
        return all;
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
