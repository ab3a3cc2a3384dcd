package clinic.appointments.aws;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.runtime.InvocationContext;
import clinic.appointments.runtime.Lanes;
import clinic.appointments.runtime.MessageTelemetry;
import clinic.appointments.runtime.MetricCounts;
import clinic.appointments.runtime.SqsBatch;
import clinic.appointments.wire.FollowUpCodec;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages of all lanes leave together, and each message of a batch depends on its own only. */
class JointSendsTest {

    private static final Correlation CORRELATION = new Correlation("c", Optional.empty());
    private static final String LOGGER = "clinic.appointments.runtime";
    /** The smaller limit that SQS has had for a call: 256 KiB until 2025, then 1 MiB ("SendMessageBatch"). */
    private static final int MAX_BYTES = 262_144;

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final JointSends sends = new JointSends(new Queue());

    @BeforeEach
    void beQuiet() {
        Configurator.setLevel(LOGGER, Level.OFF);
    }

    @AfterEach
    void speakAgain() {
        Configurator.setLevel(LOGGER, Level.INFO);
    }

    @Test
    void leaveInOneCallWhenEveryLaneWaits() {
        assertThat(failures(10, message -> send("q", message.messageId()))).isEmpty();
        assertThat(calls).containsExactly(10);
    }

    @Test
    void doNotWaitForLanesThatHaveEnded() {
        assertThat(failures(10, message -> {
            if (message.messageId().compareTo("4") < 0) {
                send("q", message.messageId());
            }
        })).isEmpty();
        assertThat(calls).containsExactly(4);
    }

    @Test
    void leaveInOneCallForEachQueue() {
        assertThat(failures(10, message -> send(message.messageId().compareTo("3") < 0 ? "few" : "many",
                message.messageId()))).isEmpty();
        assertThat(calls).containsExactlyInAnyOrder(3, 7);
    }

    @Test
    void failExactlyTheMessagesThatSqsRefuses() {
        refused.addAll(Set.of("3", "8"));
        assertThat(failures(10, message -> send("q", message.messageId()))).containsExactly("3", "8");
        assertThat(accepted).hasSize(8);
    }

    @Test
    void failEveryMessageOfACallThatFails() {
        refused.add("whole call with 5");
        assertThat(failures(10, message -> send(message.messageId().compareTo("4") < 0 ? "q" : "other",
                message.messageId()))).containsExactly("4", "5", "6", "7", "8", "9");
    }

    @Test
    void failAMessageWithoutAResult() {
        refused.add("no result for 1");
        assertThat(failures(3, message -> send("q", message.messageId()))).containsExactly("1");
    }

    @Test
    void leaveAtOnceOutsideABatch() {
        send("q", "alone");
        assertThat(calls).containsExactly(1);
        assertThat(accepted).containsExactly("alone");
    }

    /** Random lanes, sends and refusals: a message is reported if, and only if, one of its own sends was refused. */
    @Test
    void concernTheirOwnMessagesOnly() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 1_000; round++) {
            Map<String, List<String>> bodies = bodies(round, random.split());
            List<String> expected = bodies.keySet().stream()
                    .filter(id -> bodies.get(id).stream().anyMatch(refused::contains)).sorted().toList();
            assertThat(failures(bodies.size(), message -> bodies.get(message.messageId())
                    .forEach(body -> send("q" + body.length() % 2, body)))).isEqualTo(expected);
            bodies.forEach((id, own) -> assertThat(accepted.containsAll(own)).isEqualTo(!expected.contains(id)));
        }
    }

    private Map<String, List<String>> bodies(int round, SplittableRandom random) {
        return IntStream.range(0, random.nextInt(1, 10)).boxed().collect(Collectors.toMap(String::valueOf,
                message -> IntStream.range(0, random.nextInt(4))
                        .mapToObj(place -> body("%d/%d/%d".formatted(round, message, place), random)).toList()));
    }

    private String body(String body, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            refused.add(body);
        }
        return body;
    }

    @Test
    void fitIntoACallWhateverTheirIds() {
        String id = "i".repeat(36);
        String body = FollowUpCodec.encode(new FollowUp(new AppointmentId(id),
                new RequestId(id, new ClientId("123456789012/" + "r".repeat(64))),
                new Correlation("c".repeat(128), Optional.of("1-67891233-abcdef012345678912345678"))));
        assertThat(10 * (body.length() + 128 + 1024)).isLessThan(MAX_BYTES);
    }

    private void send(String queue, String body) {
        new SqsSender(sends, queue, GroupOfMessage.none()).send(body, CORRELATION);
    }

    private List<String> failures(int messages, Consumer<IncomingMessage> work) {
        SQSEvent event = new SQSEvent();
        event.setRecords(IntStream.range(0, messages).mapToObj(index -> {
            SQSMessage message = new SQSMessage();
            message.setMessageId("" + index);
            message.setBody("{}");
            return message;
        }).toList());
        return new SqsBatch((message, _) -> {
            work.accept(message);
            return new Disposition.Accepted(Effect.BOOKED);
        }, new SqsMessageSource(new Queue(), "source", "dead"),
                new MessageTelemetry(new MetricCounts("test"), InstantSource.system()),
                new Lanes(10, message -> Set.of(message.messageId()), sends))
                .process(event, new InvocationContext(() -> 30_000)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier).toList();
    }

    /** Refuses single messages, whole calls, and answers without a result. */
    private final class Queue implements StubQueues {

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            calls.add(request.entries().size());
            if (request.entries().stream()
                    .anyMatch(entry -> refused.contains("whole call with " + entry.messageBody()))) {
                throw SqsException.builder().message("no answer").build();
            }
            Map<Boolean, List<SendMessageBatchRequestEntry>> results = request.entries().stream()
                    .filter(entry -> !refused.contains("no result for " + entry.messageBody()))
                    .collect(Collectors.partitioningBy(entry -> refused.contains(entry.messageBody())));
            results.get(false).forEach(entry -> accepted.add(entry.messageBody()));
            return SendMessageBatchResponse.builder().successful(results.get(false).stream()
                    .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build()).toList())
                    .failed(results.get(true).stream()
                            .map(entry -> BatchResultErrorEntry.builder().id(entry.id()).code("InternalError").build())
                            .toList())
                    .build();
        }
    }
}
