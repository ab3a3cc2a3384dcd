/**
 * The messages on the queues: one sealed type or record per queue, with ids as types and protected fields that never
 * print. Add a command as a new case of {@link clinic.appointments.message.AppointmentCommand}.
 */
@NullMarked
package clinic.appointments.message;

import org.jspecify.annotations.NullMarked;
