package clinic.appointments.local.api;

import java.util.Map;

/**
 * A request and the operation that it belongs to.
 *
 * @param resource path template of the operation
 * @param path parameters of the path, decoded
 */
record RoutedRequest(ApiRequest request, String resource, Map<String, String> path) {

    TemplateInput.Parameters parameters() {
        return new TemplateInput.Parameters(path, request.query(), request.headers());
    }
}
