package clinic.appointments.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Hands a call on to its engine. A request to DynamoDB that does not ask for its cost is made to ask. */
final class Forwarding {

    private static final Set<String> COSTING = Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan",
            "BatchGetItem", "BatchWriteItem", "TransactGetItems", "TransactWriteItems");

    private final Backends backends;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Forwarding(Backends backends) {
        this.backends = backends;
    }

    Reply forward(Call call) throws IOException, InterruptedException {
        return switch (call.service()) {
            case DYNAMODB -> post(backends.dynamoDb(), asking(call));
            case SQS -> post(backends.sqs(), call);
            case SCHEDULER -> backends.scheduler().handle(call.action(), call.body(), call.path());
            case SES -> backends.mail().handle(call.action(), call.body(), call.path());
        };
    }

    private static Call asking(Call call) {
        if (COSTING.contains(call.action()) && call.body() instanceof ObjectNode body
                && !body.has("ReturnConsumedCapacity")) {
            body.put("ReturnConsumedCapacity", "INDEXES");
        }
        return call;
    }

    private Reply post(URI engine, Call call) throws IOException, InterruptedException {
        var body = call.body() == null ? "" : call.body().toString();
        var request = HttpRequest.newBuilder(engine.resolve("/")).POST(HttpRequest.BodyPublishers.ofString(body));
        call.headers().forEach(request::setHeader);
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body(), null);
    }
}
