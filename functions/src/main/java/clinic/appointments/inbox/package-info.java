/**
 * From a client's message to its receipt: what the stages that take requests share. A request has one outcome, however
 * often it comes; what lost a race is tried again. May touch model, message and port. A stage adds its commands as
 * {@link clinic.appointments.inbox.CommandHandler}.
 */
@NullMarked
package clinic.appointments.inbox;

import org.jspecify.annotations.NullMarked;
