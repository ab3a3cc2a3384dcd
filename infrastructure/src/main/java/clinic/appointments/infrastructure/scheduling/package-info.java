/**
 * Schedules: the group that holds one schedule for each reminder, the role that delivers them, and the settings of
 * reminders.
 */
package clinic.appointments.infrastructure.scheduling;
