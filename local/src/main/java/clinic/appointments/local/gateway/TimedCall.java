package clinic.appointments.local.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * A recorded call with its time.
 *
 * @param at start, in real time
 * @param took time until the answer was ready
 */
public record TimedCall(Instant at, Duration took, RecordedCall call) {
}
