/**
 * The JSON form of messages and replies: the one mapper with its limits, one codec per queue, and errors that name
 * field and rule but never quote input.
 */
@NullMarked
package clinic.appointments.wire;

import org.jspecify.annotations.NullMarked;
