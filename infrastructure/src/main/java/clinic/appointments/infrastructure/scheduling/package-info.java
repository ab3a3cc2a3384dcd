/**
 * What waits: the group that holds one schedule a reminder, and the role that the scheduler delivers with. May touch
 * contract, compute, messaging, storage and the CDK.
 */
package clinic.appointments.infrastructure.scheduling;
