package clinic.appointments.runtime;

import java.time.Duration;
import java.util.Objects;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.contract.MetricName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.LogLine;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.Evidence;

/**
 * The report on one delivery of a message: one log line with its outcome, one count, and annotations of its trace.
 *
 * @param waited from the sending to the delivery
 * @param began {@link System#nanoTime} of the delivery
 */
record MessageReport(MetricCounts counts, IncomingMessage message, RunningVersion version, Duration waited,
        long began) {

    private static final long NANOS_A_MILLI = 1_000_000;

    /** Reports the outcome. */
    void settled(Disposition disposition) {
        switch (disposition) {
            case Disposition.Accepted(var effect) ->
                good(MetricName.ACCEPTED, OutcomeEvents.of(effect), effect.name());
            case Disposition.Rejected(var reason, var evidence) -> rejected(reason.name(), evidence);
            case Disposition.Deferred(var reason, _) -> {
                countIfGivenUp(reason);
                good(MetricName.DEFERRED, orGivenUp(LogEvent.MESSAGE_DEFERRED), reason);
            }
            case Disposition.Faulted(var fault, var answer, _) -> refused(fault.name(), answer);
            case Disposition.Parked(var reason) -> parked(reason);
        }
    }

    /** Annotates the trace of a message that ends with an exception; to be called within its subsegment. */
    void failing() {
        LogContext.identify(message);
        annotate(MetricName.FAILED);
    }

    /** Reports an exception. */
    void failed(Throwable thrown) {
        LogContext.identify(message);
        String reason = thrown.getClass().getSimpleName();
        countFailure(reason);
        line(isLast() ? LogEvent.MESSAGE_GIVEN_UP : LogEvent.MESSAGE_FAILED, MetricName.FAILED, reason).with(thrown)
                .write();
    }

    private void rejected(String reason, Evidence evidence) {
        count(MetricName.REJECTED, reason);
        annotate(MetricName.REJECTED);
        LogLine line = line(LogEvent.REQUEST_REJECTED, MetricName.REJECTED, reason);
        evidence.blockedBy().ifPresent(other -> line.with(LogKey.BLOCKED_BY, other));
        evidence.setting().ifPresent(setting -> line.with(LogKey.SETTING, setting));
        line.write();
    }

    private void refused(String reason, String answer) {
        countFailure(reason);
        annotate(MetricName.FAILED);
        line(orGivenUp(LogEvent.MESSAGE_REFUSED), MetricName.FAILED, reason).with(LogKey.ANSWER, answer).write();
    }

    private void parked(String reason) {
        count(MetricName.PARKED, fieldOf(reason));
        tell(LogEvent.MESSAGE_DEAD_LETTERED, MetricName.PARKED, reason);
    }

    /** The smoke test's own messages are no business of the clinic, as long as nothing is wrong with them. */
    private void good(MetricName outcome, LogEvent event, String reason) {
        if (!LogContext.isOfSmokeTest()) {
            count(outcome, reason);
        }
        LogContext.leaveOut(LogKey.SLOT);
        tell(event, outcome, reason);
    }

    private void tell(LogEvent event, MetricName outcome, String reason) {
        annotate(outcome);
        line(event, outcome, reason).write();
    }

    private LogLine line(LogEvent event, MetricName outcome, String reason) {
        leaveOutKnownTrace();
        return LogLine.of(event).with(LogKey.OUTCOME, outcome.id()).with(LogKey.REASON, reason)
                .with(LogKey.WAITED_MS, waited.toMillis())
                .with(LogKey.DURATION_MS, (System.nanoTime() - began) / NANOS_A_MILLI);
    }

    /** Every line has the id of the present trace. */
    private static void leaveOutKnownTrace() {
        if (Tracing.currentTraceId().filter(id -> Objects.equals(id, LogContext.get(LogKey.ORIGIN_TRACE_ID)))
                .isPresent()) {
            LogContext.leaveOut(LogKey.ORIGIN_TRACE_ID);
        }
    }

    /** After the last receive, the queue moves the message to its dead-letter queue. */
    private LogEvent orGivenUp(LogEvent event) {
        return isLast() ? LogEvent.MESSAGE_GIVEN_UP_UNDECIDED : event;
    }

    private boolean isLast() {
        return message.receiveCount() >= QueueName.MAX_RECEIVES;
    }

    /** Once for each reason, and once for each version, by which a release is judged. */
    private void countFailure(String reason) {
        countIfGivenUp(reason);
        count(MetricName.FAILED, reason);
        counts.count(MetricName.FAILED, version.dimensions());
    }

    private void countIfGivenUp(String reason) {
        if (isLast()) {
            count(MetricName.GIVEN_UP, reason);
        }
    }

    private void count(MetricName outcome, String reason) {
        counts.count(outcome, "reason", reason);
    }

    /** The field at the beginning of a reason: the value of a dimension has no white space. */
    private static String fieldOf(String reason) {
        return reason.substring(0, reason.indexOf(' '));
    }

    private void annotate(MetricName outcome) {
        Tracing.describe("receiveCount", message.receiveCount());
        Tracing.describe("waitedMs", waited.toMillis());
        Tracing.annotate("outcome", outcome.id());
        Tracing.annotate("correlationId", LogContext.get(LogKey.CORRELATION_ID));
        Tracing.annotate("originTraceId", LogContext.get(LogKey.ORIGIN_TRACE_ID));
        Tracing.annotate("appointmentId", LogContext.get(LogKey.APPOINTMENT_ID));
    }
}
