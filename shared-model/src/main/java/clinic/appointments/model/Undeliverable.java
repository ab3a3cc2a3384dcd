package clinic.appointments.model;

import java.time.Instant;

/**
 * An undeliverable mark: a note on a patient that a notification could not be sent and, as things stand, never can be.
 * The next registration clears it.
 *
 * @param since when the first notification failed
 */
public record Undeliverable(UndeliverableCode code, Instant since) {
}
