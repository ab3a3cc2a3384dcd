/**
 * What CloudWatch would make of a stage on this machine: its metrics, the alarms of its templates, and the section of
 * the runbook to which each alarm leads.
 */
package clinic.appointments.alarm;
