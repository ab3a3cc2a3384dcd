package clinic.appointments.runtime;

import java.time.Duration;
import java.time.InstantSource;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.LogLine;
import clinic.appointments.message.IncomingMessage;

/** Begins the report on each delivery of a message. */
public final class MessageTelemetry {

    private final MetricCounts counts;
    private final InstantSource clock;

    public MessageTelemetry(MetricCounts counts, InstantSource clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Begins the report on a message that has just been delivered.
     *
     * @param version the function's version that processes it
     */
    MessageReport begin(IncomingMessage message, RunningVersion version) {
        LogContext.begin(message);
        Duration waited = waited(message);
        LogLine.of(LogEvent.MESSAGE_RECEIVED).with(LogKey.WAITED_MS, waited.toMillis()).write();
        return new MessageReport(counts, message, version, waited, System.nanoTime());
    }

    /** From the sending to this delivery; zero when the queue does not report it, or its clock is ahead of ours. */
    private Duration waited(IncomingMessage message) {
        return message.delivery().sentAt().map(sent -> Duration.between(sent, clock.instant()))
                .filter(Duration::isPositive).orElse(Duration.ZERO);
    }
}
