package clinic.appointments.acceptance;

import java.net.URI;

import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * The address of a stage's API, and what requests to it are signed with.
 *
 * @param url ends with a slash
 * @param region as requests name it
 */
record ApiEndpoint(URI url, String region, AwsCredentialsIdentity credentials) {

    ApiEndpoint {
        if (!url.getPath().endsWith("/")) {
            url = URI.create(url + "/");
        }
    }

    /** An API on this machine, which believes any signature. */
    public static ApiEndpoint local(URI url) {
        return new ApiEndpoint(url, "eu-central-1", AwsCredentialsIdentity.create("ACCEPTANCE", "local"));
    }

    URI resolve(String path) {
        return url.resolve(path.substring(1));
    }
}
