package clinic.appointments.runtime;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import clinic.appointments.log.LogContext;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.MessageSource;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/**
 * A batch of messages, processed in lanes: a failed message is reported by its id and delivered again; the others are
 * not affected. (AWS Lambda Developer Guide, "Handling errors for an SQS event source in Lambda".)
 */
public final class SqsBatch {

    /**
     * The time that must be left for one message; otherwise the rest of the batch is reported as failed, and returns.
     */
    private static final Duration MIN_TIME_PER_MESSAGE = Duration.ofSeconds(6);
    private static final Duration FIRST_RETURN = Duration.ofSeconds(3);
    /** As long as the queue's own wait, and a little longer. */
    private static final int MAX_DOUBLINGS = 3;

    private final MessageHandler handler;
    private final MessageSource source;
    private final MessageTelemetry telemetry;
    private final Lanes lanes;

    public SqsBatch(MessageHandler handler, MessageSource source, MessageTelemetry telemetry, Lanes lanes) {
        this.handler = handler;
        this.source = source;
        this.telemetry = telemetry;
        this.lanes = lanes;
    }

    /** Handles all messages and reports the messages to be delivered again, in the order of the batch. */
    public SQSBatchResponse process(SQSEvent event, Context context) {
        Deadline deadline = () -> Duration.ofMillis(Math.max(0, context.getRemainingTimeInMillis()));
        RunningVersion version = RunningVersion.of(context);
        List<IncomingMessage> messages = event.getRecords().stream().map(SqsMessages::of).toList();
        List<Boolean> settled = lanes.work(messages,
                (message, left) -> isSettled(message, DeadlineShare.of(deadline, left), version));
        return new SQSBatchResponse(IntStream.range(0, messages.size()).filter(index -> !settled.get(index))
                .mapToObj(index -> new BatchItemFailure(messages.get(index).messageId())).toList());
    }

    private boolean isSettled(IncomingMessage message, Deadline deadline, RunningVersion version) {
        MessageReport report = telemetry.begin(message, version);
        try {
            return Tracing.inSubsegment("message", () -> settle(message, deadline, report));
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            report.failed(thrown);
            return false;
        } finally {
            LogContext.clear();
        }
    }

    /** Annotates a failure within the subsegment, so that its trace is found by its ids. */
    private boolean settle(IncomingMessage message, Deadline deadline, MessageReport report) {
        try {
            return settle(message, dispositionOf(message, deadline), report);
        } catch (Throwable thrown) {
            report.failing();
            throw thrown;
        }
    }

    private Disposition dispositionOf(IncomingMessage message, Deadline deadline) {
        return deadline.remaining().compareTo(MIN_TIME_PER_MESSAGE) < 0
                ? new Disposition.Deferred("OUT_OF_TIME", comeBack(message.receiveCount()))
                : handler.handle(message, deadline);
    }

    private boolean settle(IncomingMessage message, Disposition disposition, MessageReport report) {
        boolean settled = switch (disposition) {
            case Disposition.Accepted _,Disposition.Rejected _ -> true;
            case Disposition.Deferred(_, var delay) -> defer(message, delay);
            case Disposition.Faulted(_, _, var delay) -> defer(message, delay);
            case Disposition.Parked(var reason) -> park(message, reason);
        };
        report.settled(disposition);
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
}
