package clinic.appointments.query;

import clinic.appointments.message.Overdue;
import clinic.appointments.port.UnresolvedRequests;

/**
 * The overdue summary: how much of the service's work is late or stands still.
 *
 * @param late work of appointments that reconciliation sends again
 * @param requests clients' requests that no message may help any more
 * @param isComplete whether everything was counted; otherwise there is at least as much
 */
record OverdueSummary(Overdue late, UnresolvedRequests.Counts requests, boolean isComplete) {
}
