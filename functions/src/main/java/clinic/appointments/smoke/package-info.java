/**
 * The smoke test: the shortest journey of a patient through the service's own API, taken again and again, so that a
 * service that nobody uses at night is known to work. It signs as any client does, and knows no table and no queue.
 */
@NullMarked
package clinic.appointments.smoke;

import org.jspecify.annotations.NullMarked;
