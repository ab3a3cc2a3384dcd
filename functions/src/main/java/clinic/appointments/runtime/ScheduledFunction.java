package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;

import clinic.appointments.log.LogContext;
import clinic.appointments.port.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** Runs one scheduled invocation with logging, metrics and tracing around it. */
public final class ScheduledFunction implements StreamFunction {

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

    /** A scheduled event says nothing; the response is the outcome. */
    @Override
    public void process(InputStream event, OutputStream response, Context context) throws IOException {
        EventJson.write(process(context), response);
    }

    /** The cold start is counted first: logging would mistake it for a warm one. */
    String process(Context context) {
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
