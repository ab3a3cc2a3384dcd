package clinic.appointments.local.api;

import java.util.Map;

/**
 * A request to the API.
 *
 * @param id
 *            that API Gateway gives it
 * @param path
 *            decoded
 * @param query
 *            decoded; the last of several values
 * @param headers
 *            names as they came; the last of several values
 */
record ApiRequest(String id, String method, String path, Map<String, String> query, Map<String, String> headers,
        String body) {

    ApiRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** The media type of the body without its parameters; JSON when none is named. */
    String mediaType() {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().split(";")[0].strip()).findFirst().orElse("application/json");
    }

    @Override
    public String toString() {
        return method + " request " + id;
    }
}
