/**
 * Processes that this program starts. None of them outlives it, even when it is killed.
 */
@NullMarked
package clinic.appointments.local.process;

import org.jspecify.annotations.NullMarked;
