package clinic.appointments.local.api;

import java.util.Map;

/**
 * A request that belongs to an operation.
 *
 * @param resource path template of the operation
 * @param path parameters of the path, decoded
 */
record RoutedRequest(ApiRequest request, String resource, Map<String, String> path) {

    TemplateInput.Parameters parameters() {
        return new TemplateInput.Parameters(path, request.query(), request.headers());
    }
}
