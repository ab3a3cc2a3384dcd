package clinic.appointments.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A response of the API.
 *
 * @param body the JSON of the response; missing when it has none
 */
record ApiResponse(int status, JsonNode body) {

    /** The text of a field; empty when it is missing. */
    String text(String field) {
        return body.path(field).asText();
    }
}
