/**
 * Schedules: the group that holds one schedule for each reminder, the role that delivers them, and the settings of
 * reminders.
 */
@NullMarked
package clinic.appointments.infrastructure.scheduling;

import org.jspecify.annotations.NullMarked;
