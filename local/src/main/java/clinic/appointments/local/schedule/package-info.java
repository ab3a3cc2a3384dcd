/**
 * EventBridge Scheduler as far as it sends messages to queues and starts functions: one-time schedules from its API and
 * recurring schedules from the template, on the local clock and under the schedule's role.
 */
@NullMarked
package clinic.appointments.local.schedule;

import org.jspecify.annotations.NullMarked;
