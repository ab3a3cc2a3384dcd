package clinic.appointments.local.gateway;

import java.net.URI;

/**
 * The path of a call to an HTTP API: {@code /apis/}, the id of the API, its stage, and the resource with its query. On
 * AWS, the id is in the host name.
 *
 * @param resource begins with a slash
 */
record ApiPath(String api, String stage, String resource) {

    static final String PREFIX = "/apis/";
    private static final int PARTS = 3;

    static ApiPath of(Call call) {
        String[] parts = call.path().substring(PREFIX.length()).split("/", PARTS);
        return new ApiPath(parts[0], parts.length > 1 ? parts[1] : "", "/" + (parts.length == PARTS ? parts[2] : ""));
    }

    /** The resource in an ARN (API Gateway: "Control access for invoking an API"). */
    String arnResource(String method) {
        return api + "/" + stage + "/" + method + URI.create(resource).getPath();
    }
}
