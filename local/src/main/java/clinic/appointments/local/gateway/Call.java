package clinic.appointments.local.gateway;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call to AWS, understood.
 *
 * @param action name of the operation, such as {@code PutItem}
 * @param body parsed body, or null when the call has none
 * @param path path as received, with its query
 * @param headers headers to hand on, by their names
 */
record Call(Service service, String action, JsonNode body, String path, Map<String, String> headers) {
}
