package clinic.appointments.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import clinic.appointments.infrastructure.Synthesized;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.template.Api;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.DeploymentReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API of the synthesized stage in front of a stand-in for SQS and a function that the test defines. */
record OpenApi(LocalApi api, QueueStandIn queue) implements AutoCloseable {

    static final Deployment DEPLOYMENT = DeploymentReader.read(Synthesized.assembly(), "dev",
            URI.create("http://127.0.0.1:1"));
    private static final ObjectMapper JSON = new ObjectMapper();

    static OpenApi open(InvokedFunction function) {
        return open(UnaryOperator.identity(), function);
    }

    /** Opens the API after a change to it or its permissions. */
    static OpenApi open(UnaryOperator<Api> change, InvokedFunction function) {
        var queue = QueueStandIn.start();
        var api = change.apply(DEPLOYMENT.apis().getFirst());
        return new OpenApi(new LocalApi(api, new IntegrationFactory(DEPLOYMENT, api,
                new AwsCalls(queue.address(), DEPLOYMENT.region()), _ -> "key", _ -> function)), queue);
    }

    static OpenApi open() {
        return open(_ -> new Invocation.Responded("{\"statusCode\":200,\"body\":\"{}\"}"));
    }

    ApiResponse send(String method, String path, String body) {
        return send(method, path, Map.of(), body);
    }

    ApiResponse send(String method, String path, Map<String, String> headers, String body) {
        var parts = path.split("\\?", 2);
        var request = new ApiRequest("api-request", method, ApiRoute.decoded(parts[0]),
                ApiRoute.query(parts.length == 1 ? null : parts[1]), new TreeMap<>(headers), body);
        try {
            return api.answer(request, parts[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The only message that was sent to a queue. */
    JsonNode message() {
        return json(queue.taken().getFirst().path("MessageBody").asText());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
