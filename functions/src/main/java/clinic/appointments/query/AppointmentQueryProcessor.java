package clinic.appointments.query;

import clinic.appointments.runtime.QueryFunction;
import clinic.appointments.wiring.DynamoDbStores;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/** Answers the queries of the HTTP API. */
public final class AppointmentQueryProcessor
        implements
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {

    private final QueryFunction function = Wiring.start(AppointmentQueryProcessor::function);

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return function.process(event, context);
    }

    private static QueryFunction function(Wiring wiring) {
        DynamoDbStores stores = wiring.stores();
        FindAppointments find = new FindAppointments(stores.readableAppointments(), stores.readableSearch(),
                stores.calendars(), wiring.terms(), wiring.clock());
        AnswerQuestion answer = new AnswerQuestion(find, stores.patients(), stores.receipts());
        return new QueryFunction(new HttpQueries(answer, wiring.terms().zone())::reply, wiring.metricsNamespace());
    }
}
