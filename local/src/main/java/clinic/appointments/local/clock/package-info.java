/**
 * The clock of this machine's queues, schedules and functions: real time plus the time that it was run ahead. A new
 * source of events that become due later is an {@code Agenda}.
 */
@NullMarked
package clinic.appointments.local.clock;

import org.jspecify.annotations.NullMarked;
