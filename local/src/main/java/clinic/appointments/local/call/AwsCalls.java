package clinic.appointments.local.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A client of AWS JSON protocol 1.0 that identifies its caller by an access key and does not sign. */
public final class AwsCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final String region;

    public AwsCalls(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    /** An empty request body. */
    public static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** Reads JSON that the template contains. */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls an SQS action.
     *
     * @throws AwsCallException when the response is an error, or none came
     */
    public JsonNode sqs(String accessKey, String action, JsonNode body) {
        return call(accessKey, "sqs", "AmazonSQS." + action, body);
    }

    /** Calls a DynamoDB action; errors as in {@link #sqs}. */
    public JsonNode dynamoDb(String accessKey, String action, JsonNode body) {
        return call(accessKey, "dynamodb", "DynamoDB_20120810." + action, body);
    }

    /**
     * Invokes a function without waiting for its end; errors as in {@link #sqs}.
     *
     * @param functionArn may name a version or an alias
     */
    public void invoke(String accessKey, String functionArn, JsonNode event) {
        String path = "/2015-03-31/functions/" + URLEncoder.encode(functionArn, StandardCharsets.UTF_8)
                + "/invocations";
        send("Invoke", request(accessKey, "lambda", path, event).header("X-Amz-Invocation-Type", "Event").build());
    }

    private JsonNode call(String accessKey, String service, String target, JsonNode body) {
        return send(target, request(accessKey, service, "/", body).header("X-Amz-Target", target).build());
    }

    private HttpRequest.Builder request(String accessKey, String service, String path, JsonNode body) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(TIMEOUT)
                .header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Date", "20260101T000000Z")
                .header("Authorization", authorization(accessKey, service))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private JsonNode send(String target, HttpRequest request) {
        try {
            return read(target, http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AwsCallException(target, 0, "NoAnswer", String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AwsCallException(target, 0, "Interrupted", "the caller was stopped");
        }
    }

    private String authorization(String accessKey, String service) {
        return "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=local"
                .formatted(accessKey, region, service);
    }

    private static JsonNode read(String target, HttpResponse<String> response) throws IOException {
        JsonNode answer = response.body().isBlank() ? body() : JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            String type = answer.path("__type").asText("Unknown");
            throw new AwsCallException(target, response.statusCode(), type.substring(type.lastIndexOf('#') + 1),
                    answer.path("message").asText(answer.path("Message").asText("")));
        }
        return answer;
    }
}
