package clinic.appointments.local.gateway;

import java.net.URI;

/** What stands behind the gateway. */
public record Backends(URI dynamoDb, URI sqs, LocalService scheduler, LocalService mail, LocalService keys) {
}
