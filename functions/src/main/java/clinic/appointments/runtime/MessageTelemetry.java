package clinic.appointments.runtime;

import clinic.appointments.contract.MetricName;
import clinic.appointments.message.Disposition;
import clinic.appointments.wire.ExceptionSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/** Reports the outcome of each message: one log line, one count, and annotations of its trace. */
public final class MessageTelemetry {

    private static final Logger LOG = LoggerFactory.getLogger(MessageTelemetry.class);

    private final MetricCounts counts;

    public MessageTelemetry(MetricCounts counts) {
        this.counts = counts;
    }

    /**
     * Reports the outcome of a message.
     *
     * @param version the function's version that processed it
     */
    void settled(Disposition disposition, RunningVersion version) {
        switch (disposition) {
            case Disposition.Accepted(var effect) -> good(MetricName.ACCEPTED, effect.name());
            case Disposition.Rejected(var reason) -> bad(MetricName.REJECTED, reason.name(), reason.name());
            case Disposition.Deferred(var reason, _) -> good(MetricName.DEFERRED, reason);
            case Disposition.Faulted(var fault, var answer, _) -> refused(fault.name(), answer, version);
            case Disposition.Parked(var reason) -> bad(MetricName.PARKED, fieldOf(reason), reason);
        }
    }

    /**
     * Reports a message that ended with an exception.
     *
     * @param version the function's version that processed it
     */
    void failed(Throwable thrown, RunningVersion version) {
        countFailure(thrown.getClass().getSimpleName(), version);
        LOG.error("Message failed and will be delivered again", outcome(MetricName.FAILED),
                reason(thrown.getClass().getSimpleName()),
                StructuredArguments.entry("failure", ExceptionSummary.fields(thrown)));
    }

    private void refused(String reason, String answer, RunningVersion version) {
        countFailure(reason, version);
        annotate(MetricName.FAILED);
        LOG.error("Message was refused outside and will be delivered again", outcome(MetricName.FAILED), reason(reason),
                StructuredArguments.entry("answer", answer));
    }

    /** The smoke test's own messages are no business of the clinic, as long as nothing is wrong with them. */
    private void good(MetricName outcome, String reason) {
        if (!LogContext.isOfSmokeTest()) {
            count(outcome, reason);
        }
        tell(outcome, reason);
    }

    private void bad(MetricName outcome, String dimension, String reason) {
        count(outcome, dimension);
        tell(outcome, reason);
    }

    private static void tell(MetricName outcome, String reason) {
        annotate(outcome);
        LOG.info("Message settled", outcome(outcome), reason(reason));
    }

    /** Once for each reason, and once for each version, by which a release is judged. */
    private void countFailure(String reason, RunningVersion version) {
        count(MetricName.FAILED, reason);
        counts.count(MetricName.FAILED, version.dimensions());
    }

    private void count(MetricName outcome, String reason) {
        counts.count(outcome, "reason", reason);
    }

    /** The field at the beginning of a reason: the value of a dimension has no white space. */
    private static String fieldOf(String reason) {
        return reason.substring(0, reason.indexOf(' '));
    }

    private static void annotate(MetricName outcome) {
        Tracing.annotate("outcome", outcome.id());
        Tracing.annotate("correlationId", LogContext.get(LogContext.CORRELATION_ID));
        Tracing.annotate("originTraceId", LogContext.get(LogContext.ORIGIN_TRACE_ID));
        Tracing.annotate("appointmentId", LogContext.get(LogContext.APPOINTMENT_ID));
    }

    private static Object outcome(MetricName outcome) {
        return StructuredArguments.entry("outcome", outcome.id());
    }

    private static Object reason(String reason) {
        return StructuredArguments.entry("reason", reason);
    }
}
