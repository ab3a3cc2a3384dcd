/**
 * Schedules: the group that holds one schedule for each reminder, the role that delivers them, and the settings of
 * reminders. May touch contract, model, patterns, messaging and the CDK.
 */
package clinic.appointments.infrastructure.scheduling;
