/**
 * Functions as processes: the real Java runtime interface client against a Lambda Runtime API of our own, with the
 * template's timeout, concurrency and environment. Knows no queues.
 */
@NullMarked
package clinic.appointments.local.function;

import org.jspecify.annotations.NullMarked;
