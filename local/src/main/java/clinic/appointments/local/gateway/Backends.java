package clinic.appointments.local.gateway;

import java.net.URI;
import java.util.Map;

/**
 * The engines and services behind the gateway.
 *
 * @param functions takes invocations
 * @param apis addresses of the HTTP APIs by their ids; an API is missing until it has started
 */
public record Backends(URI dynamoDb, URI sqs, LocalService scheduler, LocalService mail, LocalService keys,
        LocalService functions, Map<String, URI> apis) {
}
