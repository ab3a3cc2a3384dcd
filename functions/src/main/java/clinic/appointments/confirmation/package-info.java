/**
 * The second stage: confirms appointments and schedules their reminders. The handler wires; the use case decides with the
 * model and acts through ports.
 */
package clinic.appointments.confirmation;
