/**
 * The queues of the service, and the identity that e-mail comes from. A new queue is listed in
 * {@code WorkQueues}.
 */
@NullMarked
package clinic.appointments.infrastructure.messaging;

import org.jspecify.annotations.NullMarked;
