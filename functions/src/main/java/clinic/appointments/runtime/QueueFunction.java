package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

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
    private final SqsBatch batch;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public QueueFunction(MessageHandler handler, MessageSource source, String namespace) {
        TraceScrubber.begin();
        this.batch = new SqsBatch(handler, source, new MessageTelemetry(metrics, namespace));
    }

    @Override
    public void process(InputStream event, OutputStream response, Context context) throws IOException {
        EventJson.write(process(EventJson.read(event, SQSEvent.class), context), response);
    }

    /** The cold start is counted first: logging would mistake it for a warm one. */
    SQSBatchResponse process(SQSEvent event, Context context) {
        metrics.captureColdStartMetric(context);
        return PowertoolsLogging.withLogging(context, () -> batch.process(event, context));
    }
}
