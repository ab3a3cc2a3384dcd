package clinic.appointments.local.api;

import java.util.Map;

/** What a client is answered. */
record ApiResponse(int status, Map<String, String> headers, String body) {

    ApiResponse {
        headers = Map.copyOf(headers);
    }
}
