package clinic.appointments.local.api;

import java.util.Map;

/** A response to a client. */
record ApiResponse(int status, Map<String, String> headers, String body) {

    ApiResponse {
        headers = Map.copyOf(headers);
    }
}
