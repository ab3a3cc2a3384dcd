package clinic.appointments.runtime;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.MessageSource;
import clinic.appointments.wire.MessageSubjects;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.lambda.powertools.metrics.Metrics;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand batches whose messages end in every way: each message is reported exactly as it ended. */
class BatchStressTest {

    private static final int BATCHES = 10_000;
    private static final int FEW = 500;
    private static final int MAX_MESSAGES = 12;
    private static final String LOGGER = "clinic.appointments.runtime";
    private static final List<End> ENDS = List.of(End.values());
    private static final Metrics UNHEARD = (Metrics) Proxy.newProxyInstance(Metrics.class.getClassLoader(),
            new Class<?>[]{Metrics.class}, (_, _, _) -> null);

    /** An end of a message, and whether the function has to report it. */
    private enum End {
        ACCEPTED(false),
        REJECTED(false),
        PARKED(false),
        DEFERRED(true),
        FAILED(true),
        BROKEN(true),
        NOT_PARKED(true),
        NOT_DEFERRED(true);

        private final boolean isReported;

        End(boolean isReported) {
            this.isReported = isReported;
        }
    }

    @BeforeAll
    static void beQuiet() {
        Configurator.setLevel(LOGGER, Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        Configurator.setLevel(LOGGER, Level.INFO);
    }

    @Test
    void reportsEveryMessageExactlyAsItEnded() {
        assertThat(misreportedBatches(BATCHES, failures -> failures)).isEmpty();
    }

    /** An executor whose threads add failures to a list that is not made for it loses one now and then. */
    @Test
    void bitesOnASingleLostFailure() {
        AtomicReference<String> lost = new AtomicReference<>("");
        assertThat(misreportedBatches(FEW, failures -> {
            List<String> kept = new ArrayList<>(failures);
            if (lost.get().isEmpty() && kept.size() > 1) {
                lost.set(kept.removeLast());
            }
            return kept;
        })).containsExactly(lost.get().substring(0, lost.get().indexOf('/')));
    }

    private static List<String> misreportedBatches(int batches, UnaryOperator<List<String>> loss) {
        SplittableRandom random = new SplittableRandom(12);
        return IntStream.range(0, batches).mapToObj(number -> new Batch(number + "/", random.split()))
                .filter(batch -> batch.isMisreported(loss)).map(batch -> Integer.toString(batch.number())).toList();
    }

    /** A batch with random messages, ends and lanes. */
    private static final class Batch implements MessageSource {

        private final String name;
        private final List<SQSMessage> messages;
        private final Map<String, End> ends;
        private final Lanes lanes;
        private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

        Batch(String name, SplittableRandom random) {
            this.name = name;
            this.messages = IntStream.rangeClosed(0, random.nextInt(MAX_MESSAGES))
                    .mapToObj(index -> message(name + index, random)).toList();
            this.ends = ids().collect(Collectors.toMap(id -> id,
                    _ -> ENDS.get(random.nextInt(ENDS.size()))));
            this.lanes = new Lanes(random.nextInt(1, MAX_MESSAGES), MessageSubjects::of, new Unobserved());
        }

        private static SQSMessage message(String id, SplittableRandom random) {
            SQSMessage message = new SQSMessage();
            message.setMessageId(id);
            message.setReceiptHandle(id);
            message.setBody("{\"patientId\": \"p-%d\", \"resourceIds\": [\"room:%d\"]}".formatted(random.nextInt(20),
                    random.nextInt(20)));
            return message;
        }

        int number() {
            return Integer.parseInt(name.substring(0, name.length() - 1));
        }

        private Stream<String> ids() {
            return messages.stream().map(SQSMessage::getMessageId);
        }

        /** Whether another message than those that have to be is reported, or in another order, or one is left out. */
        boolean isMisreported(UnaryOperator<List<String>> loss) {
            List<String> expected = ids().filter(id -> ends.get(id).isReported).toList();
            return !loss.apply(reported()).equals(expected)
                    || !handled.stream().sorted().toList().equals(ids().sorted().toList());
        }

        private List<String> reported() {
            SQSEvent event = new SQSEvent();
            event.setRecords(messages);
            return new SqsBatch((message, _) -> end(message), this,
                    new MessageTelemetry(new MetricCounts(UNHEARD, "stress"), InstantSource.system()), lanes)
                    .process(event, new InvocationContext(() -> 30_000)).getBatchItemFailures().stream()
                    .map(BatchItemFailure::getItemIdentifier).toList();
        }

        private Disposition end(IncomingMessage message) {
            handled.add(message.messageId());
            LockSupport.parkNanos(1);
            return switch (ends.get(message.messageId())) {
                case ACCEPTED -> new Disposition.Accepted(Effect.BOOKED);
                case REJECTED -> new Disposition.Rejected(RejectionReason.SLOT_TAKEN);
                case PARKED, NOT_PARKED -> new Disposition.Parked("body must be JSON");
                case DEFERRED, NOT_DEFERRED -> new Disposition.Deferred("CONTENDED", Duration.ofSeconds(1));
                case FAILED -> throw new IllegalStateException("an exception");
                case BROKEN -> throw new AssertionError("an error");
            };
        }

        @Override
        public void defer(IncomingMessage message, Duration delay) {
            failIf(message, End.NOT_DEFERRED);
        }

        @Override
        public void park(IncomingMessage message, String reason) {
            failIf(message, End.NOT_PARKED);
        }

        private void failIf(IncomingMessage message, End end) {
            if (ends.get(message.messageId()) == end) {
                throw new IllegalStateException("no answer");
            }
        }
    }
}
