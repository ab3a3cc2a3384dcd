/**
 * What travels on the queues: one sealed type or record a queue, with ids as types and protected fields that never
 * print. May touch the model. Add a command as a new case of {@link clinic.appointments.message.AppointmentCommand}.
 */
@NullMarked
package clinic.appointments.message;

import org.jspecify.annotations.NullMarked;
