package clinic.appointments.aws;

import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What tells one attempt at a record from another.
 *
 * @param clock says when an attempt counts as given up
 * @param tokens a new one each time, which no other process makes: two attempts may begin in the same millisecond
 */
public record Attempts(InstantSource clock, Supplier<String> tokens) {
}
