package clinic.appointments.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Forwards a call to its engine. Every request to DynamoDB is made to ask for its consumed capacity. */
final class Forwarding {

    private static final Set<String> COST_REPORTING = Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query",
            "Scan",
            "BatchGetItem", "BatchWriteItem", "TransactGetItems", "TransactWriteItems");

    private static final Set<String> RETURNING_QUEUE_URLS = Set.of("ListQueues", "GetQueueUrl",
            "ListDeadLetterSourceQueues");
    private static final Pattern NO_MESSAGES = Pattern.compile("\\s*\\{\\s*\"Messages\"\\s*:\\s*\\[\\s*]\\s*}\\s*");
    private static final Pattern QUEUE_URL = Pattern.compile("http://[^\"\\\\]+");

    private final Backends backends;
    private final DeployedResources resources;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Forwarding(Backends backends, DeployedResources resources) {
        this.backends = backends;
        this.resources = resources;
    }

    ServiceResponse forward(Caller caller, Call call) throws IOException, InterruptedException {
        return switch (call.service()) {
            case DYNAMODB -> post(backends.dynamoDb(), asking(call));
            case SQS -> toSqs(call);
            case SCHEDULER -> backends.scheduler().handle(call.action(), call.body(), call.path());
            case SES -> backends.mail().handle(call.action(), call.body(), call.path());
            case KMS -> backends.keys().handle(call.action(), call.body(), call.path());
            case LAMBDA -> backends.functions().handle(call.action(), call.body(), call.path());
            case API -> toApi(caller, call);
        };
    }

    private ServiceResponse toApi(Caller caller, Call call) throws IOException, InterruptedException {
        ApiPath path = ApiPath.of(call);
        URI api = backends.apis().get(path.api());
        return api == null
                ? call.service().broken()
                : send(HttpRequest.newBuilder(URI.create(api + path.resource()))
                        .method(call.action(), HttpRequest.BodyPublishers.ofString(text(call))), signed(caller, call));
    }

    /** The API takes the name in the signature for the caller's role. */
    private static Map<String, String> signed(Caller caller, Call call) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(call.headers());
        headers.computeIfPresent("Authorization",
                (_, signature) -> signature.replaceFirst("Credential=[^/]+", "Credential=" + caller.roleName()));
        return headers;
    }

    private ServiceResponse toSqs(Call call) throws IOException, InterruptedException {
        Optional<ServiceResponse> refused = MessageGroups.takeOff(call);
        return refused.isPresent() ? refused.get() : asSqs(call.action(), post(backends.sqs(), call));
    }

    private ServiceResponse asSqs(String action, ServiceResponse reply) {
        return switch (action) {
            case String naming when RETURNING_QUEUE_URLS.contains(naming) -> addressed(reply);
            case "ReceiveMessage" -> withoutEmptyList(reply);
            case String _ -> reply;
        };
    }

    /** SQS omits the list when it has no message, and the AWS CLI then prints nothing. */
    private static ServiceResponse withoutEmptyList(ServiceResponse reply) {
        return NO_MESSAGES.matcher(reply.body()).matches()
                ? new ServiceResponse(reply.status(), "{}", reply.errorType())
                : reply;
    }

    /** The engine returns URLs with its own address; calls to them would bypass the gateway. */
    private ServiceResponse addressed(ServiceResponse reply) {
        String body = QUEUE_URL.matcher(reply.body())
                .replaceAll(url -> Matcher.quoteReplacement(resources.queueUrl(url.group())));
        return new ServiceResponse(reply.status(), body, reply.errorType());
    }

    private static Call asking(Call call) {
        if (COST_REPORTING.contains(call.action()) && call.body() instanceof ObjectNode body
                && !body.has("ReturnConsumedCapacity")) {
            body.put("ReturnConsumedCapacity", "INDEXES");
        }
        return call;
    }

    private ServiceResponse post(URI engine, Call call) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(engine.resolve("/"))
                .POST(HttpRequest.BodyPublishers.ofString(text(call))), call.headers());
    }

    private static String text(Call call) {
        return call.body().isMissingNode() ? "" : call.body().toString();
    }

    private ServiceResponse send(HttpRequest.Builder request, Map<String, String> headers)
            throws IOException, InterruptedException {
        headers.forEach(request::setHeader);
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new ServiceResponse(response.statusCode(), response.body());
    }
}
