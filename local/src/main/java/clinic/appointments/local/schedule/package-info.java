/**
 * EventBridge Scheduler as far as the service uses it: one-time schedules that send to a queue, on the local clock,
 * with the key of the schedule's own role. Touches clock, call, gateway's service contract, Jackson.
 */
package clinic.appointments.local.schedule;
