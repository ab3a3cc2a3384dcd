/**
 * The Lambda kit, on Powertools: batches with partial failures, logging context, metrics, tracing, the environment.
 * Knows messages and ids, but no rule of the domain. May touch model, message, port, contract and wire's errors.
 */
@NullMarked
package clinic.appointments.runtime;

import org.jspecify.annotations.NullMarked;
