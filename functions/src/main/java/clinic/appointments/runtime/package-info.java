/**
 * The Lambda kit, on Powertools: batches with partial failures, logging context, metrics, tracing. Knows messages and
 * ids, but no rule of the domain.
 */
@NullMarked
package clinic.appointments.runtime;

import org.jspecify.annotations.NullMarked;
