package clinic.appointments.model;

import java.time.Instant;

/**
 * A reminder lease: the right of one attempt to send a reminder, for a limited time.
 *
 * @param attempt id of the attempt; no other has the same
 * @param until the last instant at which no other attempt may begin
 */
public record ReminderLease(String attempt, Instant until) {
}
