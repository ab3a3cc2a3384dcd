package clinic.appointments.query;

import clinic.appointments.message.Overdue;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The overdue summary as JSON for replies. */
final class OverdueSummaryJson {

    private OverdueSummaryJson() {
    }

    static String of(OverdueSummary summary) {
        ObjectNode json = Json.object();
        Overdue late = summary.late();
        json.putObject("late").put("confirmations", late.confirmations()).put("holds", late.holds()).put("reminders",
                late.reminders());
        UnresolvedRequests.Counts requests = summary.requests();
        return json.put("pendingTooLong", requests.pendingTooLong()).put("parked", requests.parked())
                .put("givenUp", requests.givenUp()).put("complete", summary.isComplete()).toString();
    }
}
