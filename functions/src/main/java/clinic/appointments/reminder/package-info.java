/**
 * The third stage: sends a reminder, if it is still due when its message arrives, and searches for overdue work. The
 * handler wires; the use cases decide with the model and act through ports.
 */
@NullMarked
package clinic.appointments.reminder;

import org.jspecify.annotations.NullMarked;
