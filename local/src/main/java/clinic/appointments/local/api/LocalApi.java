package clinic.appointments.local.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.local.template.Api;

/** The path of a request through API Gateway: routing, validation, integration. */
final class LocalApi {

    /** API Gateway: "Amazon API Gateway quotas", payload size. */
    private static final int MAX_PAYLOAD_BYTES = 10 * 1024 * 1024;

    private final List<ApiRoute> routes;
    private final GatewayResponses responses;

    LocalApi(Api api, IntegrationFactory integrations) {
        responses = new GatewayResponses(api.body().path("x-amazon-apigateway-gateway-responses"));
        routes = api.body().path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(operation -> new ApiRoute(
                        operation.getKey(), path.getKey(), operation.getValue(),
                        BodyModel.of(operation.getValue(), api.body().path("components")),
                        integrations.of(operation.getKey(), path.getKey(), operation.getValue(), responses))))
                .sorted(Comparator.comparingLong(ApiRoute::parameters)).toList();
    }

    List<ApiRoute> routes() {
        return routes;
    }

    /**
     * @param rawPath as received, encoded
     */
    ApiResponse answer(ApiRequest request, String rawPath) throws InterruptedException {
        for (ApiRoute route : routes) {
            Optional<Map<String, String>> parameters = route.match(rawPath);
            if (parameters.isPresent() && route.method().equalsIgnoreCase(request.method())) {
                return answer(route, new RoutedRequest(request, route.resource(), parameters.get()));
            }
        }
        return responses.of(GatewayProblem.MISSING_AUTHENTICATION_TOKEN);
    }

    private ApiResponse answer(ApiRoute route, RoutedRequest routed) throws InterruptedException {
        ApiRequest request = routed.request();
        if (request.body().length() > MAX_PAYLOAD_BYTES) {
            return responses.of(GatewayProblem.REQUEST_TOO_LARGE);
        }
        List<String> missing = route.missing(request);
        if (!missing.isEmpty()) {
            return responses.of(GatewayProblem.BAD_REQUEST_PARAMETERS, missing.toString());
        }
        Optional<String> breach = request.mediaType().equals("application/json")
                ? route.model().flatMap(model -> model.breach(request.body()))
                : Optional.<String>empty();
        return breach.isPresent() ? responses.of(GatewayProblem.BAD_REQUEST_BODY, breach.get())
                : route.integration().answer(routed);
    }
}
