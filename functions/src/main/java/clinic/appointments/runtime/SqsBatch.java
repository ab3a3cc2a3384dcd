package clinic.appointments.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MessageGroup;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.MessageSource;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/**
 * A batch of messages, processed one at a time: a failed message is reported by its id and delivered again; the others
 * are not affected. (AWS Lambda Developer Guide, "Handling errors for an SQS event source in Lambda".)
 */
public final class SqsBatch {

    /**
     * The time that must be left for one message; otherwise the rest of the batch is reported as failed, and returns.
     */
    private static final Duration MIN_TIME_PER_MESSAGE = Duration.ofSeconds(6);
    private static final Duration FIRST_RETURN = Duration.ofSeconds(3);
    /** As long as the queue's own wait, and a little longer. */
    private static final int MAX_DOUBLINGS = 3;

    /** Data type of the attributes to read. */
    private static final String TEXT = "String";

    private final MessageHandler handler;
    private final MessageSource source;
    private final MessageTelemetry telemetry;

    public SqsBatch(MessageHandler handler, MessageSource source, MessageTelemetry telemetry) {
        this.handler = handler;
        this.source = source;
        this.telemetry = telemetry;
    }

    /** Handles all messages and reports the messages to be delivered again. */
    public SQSBatchResponse process(SQSEvent event, Context context) {
        Deadline deadline = () -> Duration.ofMillis(Math.max(0, context.getRemainingTimeInMillis()));
        List<BatchItemFailure> failures = new ArrayList<>();
        RunningVersion version = RunningVersion.of(context);
        int left = event.getRecords().size();
        for (SQSMessage message : event.getRecords()) {
            if (!isSettled(incoming(message), DeadlineShare.of(deadline, left--), version)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean isSettled(IncomingMessage message, Deadline deadline, RunningVersion version) {
        LogContext.begin(message);
        try {
            return Tracing.inSubsegment("message", () -> settle(message, deadline, version));
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            telemetry.failed(thrown, version);
            return false;
        } finally {
            LogContext.clear();
        }
    }

    private boolean settle(IncomingMessage message, Deadline deadline, RunningVersion version) {
        Disposition disposition = deadline.remaining().compareTo(MIN_TIME_PER_MESSAGE) < 0
                ? new Disposition.Deferred("OUT_OF_TIME", comeBack(message.receiveCount()))
                : handler.handle(message, deadline);
        boolean settled = switch (disposition) {
            case Disposition.Accepted _,Disposition.Rejected _ -> true;
            case Disposition.Deferred(_, var delay) -> defer(message, delay);
            case Disposition.Faulted(_, _, var delay) -> defer(message, delay);
            case Disposition.Parked(var reason) -> park(message, reason);
        };
        telemetry.settled(disposition, version);
        return settled;
    }

    /** A short delay at first; a message that repeatedly finds no time must outlast the cause of its slow batches. */
    private static Duration comeBack(int receiveCount) {
        return FIRST_RETURN.multipliedBy(1L << (2 * Math.clamp(receiveCount - 1L, 0, MAX_DOUBLINGS)));
    }

    private boolean defer(IncomingMessage message, Duration delay) {
        source.defer(message, delay);
        return false;
    }

    private boolean park(IncomingMessage message, String reason) {
        source.park(message, reason);
        return true;
    }

    private static IncomingMessage incoming(SQSMessage message) {
        return new IncomingMessage(message.getMessageId(), message.getBody(), texts(message), delivery(message),
                foreign(message));
    }

    private static Map<String, String> texts(SQSMessage message) {
        Predicate<Map.Entry<String, MessageAttribute>> isText = entry -> entry.getValue().getStringValue() != null;
        return attributes(message).filter(isText)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getStringValue()));
    }

    private static Map<String, IncomingMessage.Foreign> foreign(SQSMessage message) {
        return attributes(message)
                .filter(entry -> entry.getValue().getDataType() != null && !TEXT.equals(entry.getValue().getDataType()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> foreign(entry.getValue())));
    }

    private static IncomingMessage.Foreign foreign(MessageAttribute attribute) {
        return new IncomingMessage.Foreign(attribute.getDataType(), Optional.ofNullable(attribute.getStringValue()),
                Optional.ofNullable(attribute.getBinaryValue()));
    }

    private static Stream<Map.Entry<String, MessageAttribute>> attributes(SQSMessage message) {
        return Objects.requireNonNullElse(message.getMessageAttributes(), Map.<String, MessageAttribute>of())
                .entrySet().stream();
    }

    private static IncomingMessage.Delivery delivery(SQSMessage message) {
        Map<String, String> attributes = Objects.requireNonNullElse(message.getAttributes(), Map.of());
        return new IncomingMessage.Delivery(message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
                Optional.ofNullable(attributes.get("SentTimestamp")).map(Long::valueOf).map(Instant::ofEpochMilli),
                Optional.ofNullable(attributes.get("MessageGroupId")).flatMap(MessageGroup::find),
                Optional.ofNullable(attributes.get("SenderId")));
    }
}
