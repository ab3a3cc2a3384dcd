package clinic.appointments.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.contract.MetricName;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.LogLine;
import clinic.appointments.message.Correlation;
import clinic.appointments.model.SmokeId;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Runs one query with logging, metrics and tracing around it. */
public final class QueryFunction implements StreamFunction {

    private final Metrics metrics;
    private final Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;
    private final String namespace;

    /**
     * @param namespace namespace of the metrics in CloudWatch
     */
    public QueryFunction(Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler,
            String namespace) {
        this(handler, MetricsFactory.getMetricsInstance(), namespace);
    }

    QueryFunction(Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler, Metrics metrics,
            String namespace) {
        TraceScrubber.begin();
        this.handler = handler;
        this.metrics = metrics;
        this.namespace = namespace;
    }

    @Override
    public void process(InputStream event, OutputStream response, Context context) throws IOException {
        EventJson.write(process(EventJson.read(event, APIGatewayProxyRequestEvent.class), context), response);
    }

    /** The cold start is counted first: logging would mistake it for a warm one. */
    APIGatewayProxyResponseEvent process(APIGatewayProxyRequestEvent event, Context context) {
        metrics.captureColdStartMetric(context);
        return PowertoolsLogging.withLogging(context,
                () -> Tracing.inSubsegment("query", () -> answer(event, context)));
    }

    private APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event, Context context) {
        Correlation correlation = CorrelationHeader.read(event, context);
        LogContext.correlation(correlation);
        Tracing.annotate("correlationId", correlation.correlationId());
        AskedIds.of(event).forEach(LogContext::asked);
        try {
            return CorrelationHeader.write(correlation, told(event, handler.apply(event)));
        } catch (RuntimeException thrown) {
            throw failed(thrown);
        } finally {
            LogContext.clear();
        }
    }

    /** The exception to throw: Lambda logs a handler's exception, including its message and causes. */
    private static QueryFailedException failed(RuntimeException thrown) {
        Tracing.annotate("outcome", MetricName.FAILED.id());
        LogLine.of(LogEvent.QUERY_FAILED).with(LogKey.OUTCOME, MetricName.FAILED.id())
                .with(LogKey.REASON, thrown.getClass().getSimpleName()).with(thrown).write();
        return new QueryFailedException(thrown);
    }

    private APIGatewayProxyResponseEvent told(APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent reply) {
        String status = reply.getStatusCode().toString();
        if (!asksForSmokeId(event)) {
            metrics.flushSingleMetric(MetricName.QUERY.id(), 1, MetricUnit.COUNT, namespace,
                    DimensionSet.of("status", status));
        }
        Tracing.annotate("outcome", status);
        LogLine.of(LogEvent.QUERY_ANSWERED).with(LogKey.OUTCOME, status)
                .with(LogKey.ROUTE, event.getHttpMethod() + " " + event.getResource()).write();
        return reply;
    }

    /** The smoke test's own queries are not counted. */
    private static boolean asksForSmokeId(APIGatewayProxyRequestEvent event) {
        return Optional.ofNullable(event.getPathParameters()).stream().flatMap(path -> path.values().stream())
                .anyMatch(SmokeId::isSmokeId);
    }

    /** A query that could not be answered; names the type of the cause, but not its message. */
    static final class QueryFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        QueryFailedException(RuntimeException thrown) {
            super(thrown.getClass().getName());
            setStackTrace(thrown.getStackTrace());
        }
    }
}
