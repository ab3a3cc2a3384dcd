package clinic.appointments.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** The HTTP API of a stage; requests are signed (API Gateway: "Control access to a REST API with IAM permissions"). */
final class SignedApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    /** Headers that the client sets by itself, with the values that were signed. */
    private static final Set<String> OF_CLIENT = Set.of("host", "content-length");

    private final ApiEndpoint endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    SignedApi(ApiEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Sends a request.
     *
     * @param path with its query, below the URL of the API
     * @param body empty for none
     */
    ApiResponse send(String method, String path, String body, Map<String, String> headers) {
        var unsigned = SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(endpoint.resolve(path));
        headers.forEach(unsigned::putHeader);
        var signed = signer.sign(request -> request.identity(endpoint.credentials()).request(unsigned.build())
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())).request();
        return send(method, signed.getUri(), body, signed.headers());
    }

    private ApiResponse send(String method, URI uri, String body, Map<String, List<String>> headers) {
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).method(method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, values) -> values.stream()
                .filter(_ -> !OF_CLIENT.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> request.header(name, value)));
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), json(response.body()));
        } catch (IOException unreachable) {
            throw new AcceptanceProblem("The API at %s does not answer (%s).".formatted(endpoint.url(),
                    unreachable.getClass().getSimpleName()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AcceptanceProblem("The journeys were interrupted.");
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
