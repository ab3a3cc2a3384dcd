/**
 * The third stage: sends a reminder, if it is still due when its message arrives. The handler wires; the use case decides
 * with the model and acts through ports.
 */
package clinic.appointments.reminder;
