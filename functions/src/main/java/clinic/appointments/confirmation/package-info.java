/**
 * The second stage: confirms, completes and marks appointments, and schedules the consequences of their state. The
 * handler wires; the use cases decide with the model and act through ports.
 */
@NullMarked
package clinic.appointments.confirmation;

import org.jspecify.annotations.NullMarked;
