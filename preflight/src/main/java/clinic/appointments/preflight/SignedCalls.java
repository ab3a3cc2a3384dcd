package clinic.appointments.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Calls that the SDK signs and sends with the credentials of its default chain. The SDK has a client for each service;
 * one signer needs none of them for some calls that only read.
 *
 * @param region region of every call
 * @param endpoint where all services answer, instead of their own endpoints
 * @param credentials sign the calls
 */
record SignedCalls(String region, Optional<URI> endpoint, AwsCredentials credentials) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Calls with the credentials and the {@code AWS_ENDPOINT_URL} of this process. */
    static SignedCalls ofThisProcess(String region) {
        var endpoint = Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).map(URI::create);
        try (var chain = DefaultCredentialsProvider.builder().build()) {
            return new SignedCalls(region, endpoint, chain.resolveCredentials());
        } catch (SdkClientException e) {
            throw new PreflightProblem("There are no AWS credentials: set AWS_PROFILE, or the variables that "
                    + "aws configure export-credentials --format env prints.");
        }
    }

    /**
     * The body of the answer; throws {@link AwsRefusal} if it is no success.
     *
     * @param body of the request; empty for a GET
     */
    String call(AwsService service, String path, Map<String, String> headers, String body) {
        try (var client = UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE)
                .build()) {
            return answer(send(client, signed(service, request(service, path, headers, body), body)));
        } catch (IOException e) {
            throw new PreflightProblem(address(service) + " does not answer: check the network"
                    + endpoint.map(_ -> ", or unset AWS_ENDPOINT_URL").orElse("") + ".");
        }
    }

    private SdkHttpRequest request(AwsService service, String path, Map<String, String> headers, String body) {
        var request = SdkHttpRequest.builder().uri(URI.create(address(service) + path))
                .method(body.isEmpty() ? SdkHttpMethod.GET : SdkHttpMethod.POST);
        headers.forEach(request::putHeader);
        return request.build();
    }

    private String address(AwsService service) {
        return endpoint.map(URI::toString).orElseGet(() -> service.endpoint(region)).replaceFirst("/$", "");
    }

    private SignedRequest signed(AwsService service, SdkHttpRequest request, String body) {
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(credentials).request(request)
                        .payload(body.isEmpty() ? null : ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private static HttpExecuteResponse send(SdkHttpClient client, SignedRequest signed) throws IOException {
        return client.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                .contentStreamProvider(signed.payload().orElse(null)).build()).call();
    }

    private static String answer(HttpExecuteResponse response) {
        var text = response.responseBody().map(SignedCalls::text).orElse("");
        if (!response.httpResponse().isSuccessful()) {
            throw new AwsRefusal(response.httpResponse().statusCode(), text);
        }
        return text;
    }

    private static String text(java.io.InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
