package clinic.appointments.acceptance;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import clinic.appointments.preflight.DeployedApi;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Finds the API: by the property {@code api}, or by the deployed stack of the property {@code stage}. */
final class EndpointFinder {

    private static final Pattern REGION = Pattern.compile("\\.execute-api\\.([a-z0-9-]+)\\.");

    private static final List<String> SCHEMES = List.of("http", "https");

    private final Properties properties;

    EndpointFinder(Properties properties) {
        this.properties = properties;
    }

    /** The endpoint; an {@link AcceptanceProblem} says what is missing. */
    ApiEndpoint find() {
        return given("api").map(EndpointFinder::at).or(() -> given("stage").map(EndpointFinder::deployed))
                .orElseThrow(() -> new AcceptanceProblem("Give -Dstage=dev, or -Dapi=URL of the API."));
    }

    private static ApiEndpoint at(String text) {
        URI url = url(text);
        if (isOnThisMachine(url)) {
            return ApiEndpoint.local(url);
        }
        var region = REGION.matcher(url.getHost());
        return new ApiEndpoint(url, region.find() ? region.group(1) : region(), credentials());
    }

    private static URI url(String text) {
        return parsed(text).filter(url -> url.getHost() != null && SCHEMES.contains(url.getScheme()))
                .orElseThrow(() -> new AcceptanceProblem(
                        "-Dapi must be a URL such as https://example.org/live/, not " + text + "."));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOnThisMachine(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new AcceptanceProblem("The host " + url.getHost() + " is unknown.");
        }
    }

    private static ApiEndpoint deployed(String stage) {
        var api = DeployedApi.of(stage);
        return new ApiEndpoint(api.url(), api.region(), api.credentials());
    }

    private static AwsCredentialsIdentity credentials() {
        try (var provider = DefaultCredentialsProvider.builder().build()) {
            return provider.resolveCredentials();
        } catch (SdkClientException none) {
            throw new AcceptanceProblem("No AWS credentials were found: sign in, or set AWS_PROFILE.");
        }
    }

    private static String region() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkClientException none) {
            throw new AcceptanceProblem("No AWS region was found: set AWS_REGION to that of the stage.");
        }
    }

    private Optional<String> given(String property) {
        return Optional.ofNullable(properties.getProperty(property)).filter(value -> !value.isBlank());
    }
}
