package clinic.appointments.query;

import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Receipts as JSON for replies: {@code state} is ACCEPTED, REJECTED, PARKED, PENDING or GIVEN_UP. */
final class ReceiptJson {

    private ReceiptJson() {
    }

    static String of(Receipt receipt) {
        ObjectNode json = Json.object().put("requestId", receipt.requestId().value());
        receipt.outcome().ifPresentOrElse(outcome -> write(outcome, json),
                () -> json.put("state", receipt.isGivenUp() ? "GIVEN_UP" : "PENDING"));
        if (receipt.conflicts() > 0) {
            json.put("conflict", RejectionReason.REQUEST_CONFLICT.name());
        }
        return json.put("conflicts", receipt.conflicts()).toString();
    }

    private static void write(Receipt.Result outcome, ObjectNode json) {
        switch (outcome) {
            case Receipt.Accepted(var id, var displaced) -> {
                json.put("state", "ACCEPTED");
                id.ifPresent(present -> json.put("appointmentId", present.value()));
                displaced.ifPresent(count -> json.put("displaced", count));
            }
            case Receipt.Rejected(var reason, var evidence) -> {
                json.put("state", "REJECTED").put("code", reason.name());
                EvidenceJson.write(evidence, json);
            }
            case Receipt.Parked(var reason) -> json.put("state", "PARKED").put("code", reason);
        }
    }
}
