/**
 * Alarms that each name a section of the runbook, a dashboard along the flow, and the traces and queries of an
 * investigation. It changes nothing in the resources that it watches.
 */
@NullMarked
package clinic.appointments.infrastructure.monitoring;

import org.jspecify.annotations.NullMarked;
