package clinic.appointments.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import clinic.appointments.port.ServiceApiException;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * HTTP requests to the service's API, signed with the function's role (API Gateway: "Control access to a REST API with
 * IAM permissions").
 */
public final class SignedRequests {

    private static final String JSON = "application/json";

    private final URI api;
    private final SdkHttpClient http;
    private final AwsClient signedAs;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * A request.
     *
     * @param path below the URL of the API
     * @param body empty for none
     * @param key idempotency key; empty for none
     */
    record Request(String method, String path, String body, String key) {
    }

    /** A response. */
    record Response(int status, String body) {
    }

    /**
     * @param api URL of the API, which ends with a slash
     * @param signedAs client of the SDK whose region and credentials sign the requests; it renews them by itself
     */
    public SignedRequests(URI api, SdkHttpClient http, AwsClient signedAs) {
        this.api = api;
        this.http = http;
        this.signedAs = signedAs;
    }

    Response get(String path) {
        return send(new Request("GET", path, "", ""));
    }

    /**
     * Sends a request once.
     *
     * @throws ServiceApiException when no response comes
     */
    Response send(Request request) {
        SignedRequest signed = sign(request);
        HttpExecuteRequest.Builder call = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(call::contentStreamProvider);
        try {
            HttpExecuteResponse response = http.prepareRequest(call.build()).call();
            return new Response(response.httpResponse().statusCode(),
                    response.responseBody().map(SignedRequests::text).orElse(""));
        } catch (IOException | UncheckedIOException broken) {
            throw new ServiceApiException(broken.getClass().getSimpleName());
        }
    }

    private SignedRequest sign(Request request) {
        AwsServiceClientConfiguration settings = signedAs.serviceClientConfiguration();
        AwsCredentialsIdentity identity = settings.credentialsProvider().resolveIdentity().join();
        return signer.sign(signing -> {
            signing.identity(identity).request(unsigned(request))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region().id());
            if (!request.body().isEmpty()) {
                signing.payload(ContentStreamProvider.fromUtf8String(request.body()));
            }
        });
    }

    private SdkHttpRequest unsigned(Request request) {
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method())).uri(api.resolve(request.path()));
        if (!request.key().isEmpty()) {
            unsigned.putHeader("Content-Type", JSON).putHeader("Idempotency-Key", request.key());
        }
        if (!request.body().isEmpty()) {
            unsigned.putHeader("Content-Length",
                    Integer.toString(request.body().getBytes(StandardCharsets.UTF_8).length));
        }
        return unsigned.build();
    }

    private static String text(AbortableInputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
