package clinic.appointments.local.page;

import java.time.Instant;

/**
 * A request that was sent from the page, and its outcome.
 *
 * @param command such as {@code book}
 * @param at time of the local clock
 * @param outcome as a function logged it, or whether the API has taken it
 */
public record AskedRequest(String command, String requestId, Instant at, Outcome outcome) {
}
