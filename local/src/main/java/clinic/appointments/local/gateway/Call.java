package clinic.appointments.local.gateway;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parsed call to AWS.
 *
 * @param action name of the operation, such as {@code PutItem}
 * @param body parsed body; missing when the call has none
 * @param path path as received, with its query
 * @param headers headers to forward, by name
 */
record Call(Service service, String action, JsonNode body, String path, Map<String, String> headers) {
}
