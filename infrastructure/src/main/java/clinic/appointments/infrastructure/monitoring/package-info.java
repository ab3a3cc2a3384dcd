/**
 * What watches: alarms that each name a section of the runbook, a dashboard along the flow, and what an investigation
 * starts from. May touch contract, compute, messaging, storage and the CDK; it changes nothing of what it watches.
 */
package clinic.appointments.infrastructure.monitoring;
