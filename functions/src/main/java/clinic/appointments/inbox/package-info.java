/**
 * The path from a client's message to its receipt, shared by the stages that take requests. A request has one outcome,
 * no matter how often it comes; a write that lost a race is tried again. A stage adds its commands as
 * {@link clinic.appointments.inbox.CommandHandler}.
 */
@NullMarked
package clinic.appointments.inbox;

import org.jspecify.annotations.NullMarked;
