/**
 * The time that queues and schedules of this machine run on: real time, plus as much as it was run ahead. Functions
 * read the real clock. Touches the JDK only; something new that becomes due later is an {@code Agenda}.
 */
package clinic.appointments.local.clock;
