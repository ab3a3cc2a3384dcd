package clinic.appointments.runtime;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.MessageSource;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class SqsBatchTest {

    private static final int ENOUGH = 30_000;
    private static final Lanes ONE_LANE = new Lanes(1, message -> Set.of(message.messageId()), new Unobserved());

    private final List<String> calls = new ArrayList<>();
    private final MessageSource source = new RecordingSource();

    @Test
    void reportsNothingWhenEveryMessageIsDoneWith() {
        assertThat(failures(message -> message.messageId().equals("1")
                ? new Disposition.Accepted(Effect.BOOKED)
                : new Disposition.Rejected(RejectionReason.SLOT_TAKEN), ENOUGH)).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void reportsTheMessageThatFailsAndHandlesTheOthers() {
        List<String> handled = new ArrayList<>();

        assertThat(failures(message -> {
            handled.add(message.messageId());
            if (message.messageId().equals("2")) {
                throw new IllegalStateException("broken outside");
            }
            return new Disposition.Accepted(Effect.BOOKED);
        }, ENOUGH)).containsExactly("2");
        assertThat(handled).containsExactly("1", "2", "3");
    }

    @Test
    void reportsAMessageThatFailsWithAnErrorToo() {
        assertThat(failures(message -> {
            throw new AssertionError("a defect");
        }, ENOUGH)).containsExactly("1", "2", "3");
    }

    @Test
    void defersAndReports() {
        assertThat(failures(message -> message.messageId().equals("3")
                ? new Disposition.Deferred("CONTENDED", Duration.ofSeconds(4))
                : new Disposition.Accepted(Effect.BOOKED), ENOUGH)).containsExactly("3");
        assertThat(calls).containsExactly("defer 3 PT4S");
    }

    @Test
    void parksAndDoesNotReport() {
        assertThat(failures(message -> message.messageId().equals("1")
                ? new Disposition.Parked("body must be JSON")
                : new Disposition.Accepted(Effect.BOOKED), ENOUGH)).isEmpty();
        assertThat(calls).containsExactly("park 1 body must be JSON");
    }

    @Test
    void reportsAMessageThatCannotBeParked() {
        MessageSource broken = new RecordingSource() {
            @Override
            public void park(IncomingMessage message, String reason) {
                throw new IllegalStateException("no answer");
            }
        };

        assertThat(failures(broken, _ -> new Disposition.Parked("body must be JSON"), ENOUGH)).containsExactly("1", "2",
                "3");
    }

    @Test
    void leavesTheRestOfABatchForWhichTimeIsShort() {
        List<String> handled = new ArrayList<>();
        int[] left = {7_000};

        assertThat(new SqsBatch((message, _) -> {
            handled.add(message.messageId());
            left[0] -= 2_000;
            return new Disposition.Accepted(Effect.BOOKED);
        }, source, telemetry(), ONE_LANE).process(event("1", "2", "3"), new InvocationContext(() -> left[0]))
                .getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier).containsExactly("2", "3");
        assertThat(handled).containsExactly("1");
    }

    @Test
    void bringsWhatWasNotLookedAtBackSoonAtFirstAndLaterEachTime() {
        SQSEvent event = event("1", "2", "3");
        for (int index = 0; index < 3; index++) {
            event.getRecords().get(index).setAttributes(Map.of("ApproximateReceiveCount", "" + (index * 2 + 1)));
        }
        new SqsBatch((_, _) -> new Disposition.Accepted(Effect.BOOKED), source, telemetry(), ONE_LANE).process(event,
                new InvocationContext(() -> 5_999));

        assertThat(calls).containsExactly("defer 1 PT3S", "defer 2 PT48S", "defer 3 PT3M12S");
    }

    /** One that never wins may try for its share; what it leaves is for those after it. */
    @Test
    void givesEachMessageItsShareOfTheTime() {
        List<Duration> shares = new ArrayList<>();
        int[] left = {25_000};
        new SqsBatch((message, deadline) -> {
            shares.add(deadline.spare());
            assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(left[0]));
            left[0] -= message.messageId().equals("1") ? 5_000 : 1_000;
            return new Disposition.Accepted(Effect.BOOKED);
        }, source, telemetry(), ONE_LANE).process(event("1", "2", "3", "4"), new InvocationContext(() -> left[0]));

        assertThat(shares).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(7),
                Duration.ofSeconds(13));
    }

    @Test
    void readsWhatAMessageCarries() {
        List<IncomingMessage> seen = new ArrayList<>();
        SQSMessage message = message("1");
        MessageAttribute attribute = new MessageAttribute();
        attribute.setStringValue("r-1");
        message.setMessageAttributes(Map.of("requestId", attribute));
        message.setAttributes(Map.of("ApproximateReceiveCount", "4", "SentTimestamp", "1500"));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        new SqsBatch((incoming, _) -> {
            seen.add(incoming);
            return new Disposition.Accepted(Effect.BOOKED);
        }, source, telemetry(), ONE_LANE).process(event, new InvocationContext(() -> ENOUGH));

        assertThat(seen).containsExactly(
                new IncomingMessage("1", "body of 1", Map.of("requestId", "r-1"),
                        new IncomingMessage.Delivery("handle of 1", 4, Optional.of(Instant.ofEpochMilli(1_500)))));
    }

    @Test
    void keepsAttributesThatItDoesNotRead() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[]{1, 2});
        SQSMessage message = message("1");
        message.setMessageAttributes(Map.of("requestId", attribute("String", "r-1", null), "count",
                attribute("Number", "7", null), "key", attribute("Binary", null, bytes)));
        List<IncomingMessage> seen = new ArrayList<>();
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        new SqsBatch((incoming, _) -> {
            seen.add(incoming);
            return new Disposition.Accepted(Effect.BOOKED);
        }, source, telemetry(), ONE_LANE).process(event, new InvocationContext(() -> ENOUGH));

        assertThat(seen.getFirst().attributes()).isEqualTo(Map.of("requestId", "r-1", "count", "7"));
        assertThat(seen.getFirst().foreign()).isEqualTo(Map.of(
                "count", new IncomingMessage.Foreign("Number", Optional.of("7"), Optional.empty()),
                "key", new IncomingMessage.Foreign("Binary", Optional.empty(), Optional.of(bytes))));
    }

    private static MessageAttribute attribute(String type, String text, ByteBuffer bytes) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType(type);
        attribute.setStringValue(text);
        attribute.setBinaryValue(bytes);
        return attribute;
    }

    @Test
    void keepsTheLogContextOfAMessageFromTheNext() {
        failures(message -> {
            assertThat(MDC.get("correlation_id")).isNull();
            assertThat(MDC.get("message_id")).isEqualTo(message.messageId());
            MDC.put("correlation_id", "of " + message.messageId());
            return new Disposition.Accepted(Effect.BOOKED);
        }, ENOUGH);

        assertThat(MDC.get("message_id")).isNull();
    }

    private List<String> failures(Function<IncomingMessage, Disposition> work, int millisLeft) {
        return failures(source, work, millisLeft);
    }

    private static List<String> failures(MessageSource source,
            Function<IncomingMessage, Disposition> work, int millisLeft) {
        return new SqsBatch((message, _) -> work.apply(message), source, telemetry(), ONE_LANE)
                .process(event("1", "2", "3"), new InvocationContext(() -> millisLeft)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier).toList();
    }

    private static MessageTelemetry telemetry() {
        return new MessageTelemetry(new MetricCounts("UnitTests"), InstantSource.system());
    }

    private static SQSEvent event(String... ids) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Stream.of(ids).map(SqsBatchTest::message).toList());
        return event;
    }

    private static SQSMessage message(String id) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody("body of " + id);
        message.setReceiptHandle("handle of " + id);
        return message;
    }

    private class RecordingSource implements MessageSource {

        @Override
        public void defer(IncomingMessage message, Duration delay) {
            calls.add("defer " + message.messageId() + " " + delay);
        }

        @Override
        public void park(IncomingMessage message, String reason) {
            calls.add("park " + message.messageId() + " " + reason);
        }
    }
}
