/**
 * Log lines: each tells one {@link clinic.appointments.contract.LogEvent} with values of
 * {@link clinic.appointments.contract.LogKey}s. Everything that the service logs goes through here, so that no line has
 * a message or a key that {@code docs/logs.md} does not explain.
 */
@NullMarked
package clinic.appointments.log;

import org.jspecify.annotations.NullMarked;
