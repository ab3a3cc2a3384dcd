/**
 * Alarms that each name a section of the runbook, a dashboard along the flow, and the traces and queries of an
 * investigation. May touch contract, model, api, compute, messaging, patterns, storage and the CDK; it changes nothing
 * in the resources that it watches.
 */
package clinic.appointments.infrastructure.monitoring;
