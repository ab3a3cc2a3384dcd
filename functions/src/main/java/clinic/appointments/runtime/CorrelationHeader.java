package clinic.appointments.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.InvalidValueException;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/** The header with a query's correlation id, whose name comes in any case. */
public final class CorrelationHeader {

    private CorrelationHeader() {
    }

    /**
     * Checks the form of the client's correlation id.
     *
     * @throws InvalidValueException when it is another
     */
    public static void check(APIGatewayProxyRequestEvent event) {
        InvalidValueException.unless(sent(event).filter(id -> !Correlation.isCorrelationId(id)).isEmpty(),
                Correlation.HEADER, Correlation.RULE);
    }

    /** The client's id if it has the form of one, or that of API Gateway or Lambda. */
    static Correlation read(APIGatewayProxyRequestEvent event, Context context) {
        return new Correlation(sent(event).filter(Correlation::isCorrelationId)
                .or(() -> Optional.ofNullable(event.getRequestContext()).map(ProxyRequestContext::getRequestId))
                .orElse(context.getAwsRequestId()), Optional.empty());
    }

    /** The reply with the header. */
    static APIGatewayProxyResponseEvent write(Correlation correlation, APIGatewayProxyResponseEvent reply) {
        Map<String, String> headers = new HashMap<>(Optional.ofNullable(reply.getHeaders()).orElse(Map.of()));
        headers.put(Correlation.HEADER, correlation.correlationId());
        return reply.withHeaders(headers);
    }

    private static Optional<String> sent(APIGatewayProxyRequestEvent event) {
        return Optional.ofNullable(event.getHeaders()).stream().flatMap(headers -> headers.entrySet().stream())
                .filter(header -> header.getKey().equalsIgnoreCase(Correlation.HEADER)).map(Map.Entry::getValue)
                .filter(id -> !id.isEmpty()).findFirst();
    }
}
