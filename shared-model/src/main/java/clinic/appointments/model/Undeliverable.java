package clinic.appointments.model;

import java.time.Instant;

/**
 * A sign at a patient: a letter could not be sent and never can be, as things stand. The next registration takes it
 * off.
 *
 * @param since when the first letter could not be sent
 */
public record Undeliverable(UndeliverableCode code, Instant since) {
}
