package clinic.appointments.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import clinic.appointments.runtime.QueryFunction;
import clinic.appointments.wiring.DynamoDbStores;
import clinic.appointments.wiring.Wiring;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Answers the queries of the HTTP API. */
public final class AppointmentQueryProcessor implements RequestStreamHandler {

    private final QueryFunction function = Wiring.start("query", AppointmentQueryProcessor::function);

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        function.process(event, response, context);
    }

    private static QueryFunction function(Wiring wiring) {
        DynamoDbStores stores = wiring.stores();
        FindAppointments find = new FindAppointments(stores.readableAppointments(), stores.readableSearch(),
                stores.calendars(), wiring.terms(), wiring.clock());
        SearchSlots slots = new SearchSlots(stores.resources(), stores.patients(), stores.calendars(),
                wiring.terms(), wiring.clock());
        FindResources resources = new FindResources(stores.resources(), stores.blocks(),
                stores.readableAppointments(), stores.calendars(), wiring.terms(), wiring.clock());
        AnswerQuestion answer = new AnswerQuestion(find, resources, slots, stores.patients(), stores.receipts(),
                new SummarizeOverdue(stores.readableSearch(), stores.unresolvedRequests(), wiring.clock()));
        return new QueryFunction(new HttpQueries(answer, wiring.terms().zone())::reply, wiring.metricsNamespace());
    }
}
