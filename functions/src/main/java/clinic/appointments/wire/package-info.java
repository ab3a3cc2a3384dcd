/**
 * How messages and replies look as JSON: the one mapper with its limits, one codec a queue, and errors that name field
 * and rule but never quote input. May touch model, message, port's values and Jackson.
 */
@NullMarked
package clinic.appointments.wire;

import org.jspecify.annotations.NullMarked;
