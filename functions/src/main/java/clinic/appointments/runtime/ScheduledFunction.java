package clinic.appointments.runtime;

import java.time.Duration;
import java.util.function.Function;

import clinic.appointments.port.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** Runs one scheduled invocation with logging, metrics and tracing around it. */
public final class ScheduledFunction {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final String name;
    private final Function<Deadline, String> work;

    /**
     * @param name name of the work in traces
     * @param work returns the outcome
     */
    public ScheduledFunction(String name, Function<Deadline, String> work) {
        TraceScrubber.begin();
        this.name = name;
        this.work = work;
    }

    /** The cold start is counted first: logging would mistake it for a warm one. */
    public String process(Context context) {
        metrics.captureColdStartMetric(context);
        return PowertoolsLogging.withLogging(context, () -> Tracing.inSubsegment(name, () -> outcome(context)));
    }

    private String outcome(Context context) {
        try {
            return work.apply(() -> Duration.ofMillis(Math.max(0, context.getRemainingTimeInMillis())));
        } finally {
            LogContext.clear();
        }
    }
}
