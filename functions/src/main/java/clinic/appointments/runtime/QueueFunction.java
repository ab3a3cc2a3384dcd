package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

import clinic.appointments.port.MessageSource;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** Runs one invocation with logging, metrics and tracing around it. */
public final class QueueFunction implements StreamFunction {

    private final Metrics metrics = MetricsFactory.getMetricsInstance();
    private final MetricCounts counts;
    private final SqsBatch batch;

    /**
     * @param counts the counts of messages, written at the end of each batch
     */
    public QueueFunction(MessageHandler handler, MessageSource source, Lanes lanes, MetricCounts counts,
            InstantSource clock) {
        TraceScrubber.begin();
        this.counts = counts;
        this.batch = new SqsBatch(handler, source, new MessageTelemetry(counts, clock), lanes);
    }

    @Override
    public void process(InputStream event, OutputStream response, Context context) throws IOException {
        EventJson.write(process(EventJson.read(event, SQSEvent.class), context), response);
    }

    /** The cold start is counted first: logging would mistake it for a warm one. */
    SQSBatchResponse process(SQSEvent event, Context context) {
        metrics.captureColdStartMetric(context);
        return PowertoolsLogging.withLogging(context, () -> counted(event, context));
    }

    private SQSBatchResponse counted(SQSEvent event, Context context) {
        try {
            return batch.process(event, context);
        } finally {
            counts.write();
        }
    }
}
