package clinic.appointments.local.gateway;

import java.net.URI;

/** The engines and services behind the gateway. */
public record Backends(URI dynamoDb, URI sqs, LocalService scheduler, LocalService mail, LocalService keys) {
}
