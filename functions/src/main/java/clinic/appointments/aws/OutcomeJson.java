package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The result of a request as the data of its record: an outcome and ids, nothing else. */
final class OutcomeJson {

    private static final String STATE = "state";
    private static final String APPOINTMENT_ID = "appointmentId";
    private static final String REASON = "reason";
    private static final String DISPLACED = "displaced";
    private static final String BLOCKED_BY = "blockedBy";
    private static final String SETTING = "setting";

    private OutcomeJson() {
    }

    static ObjectNode of(Receipt.Result outcome) {
        ObjectNode data = Json.object();
        switch (outcome) {
            case Receipt.Accepted(var id, var displaced) -> {
                data.put(STATE, "ACCEPTED");
                id.ifPresent(present -> data.put(APPOINTMENT_ID, present.value()));
                displaced.ifPresent(count -> data.put(DISPLACED, count));
            }
            case Receipt.Rejected(var reason, var evidence) -> {
                data.put(STATE, "REJECTED").put(REASON, reason.name());
                evidence.blockedBy().ifPresent(other -> data.put(BLOCKED_BY, other));
                evidence.setting().ifPresent(setting -> data.put(SETTING, setting));
            }
            case Receipt.Parked(var reason) -> data.put(STATE, "PARKED").put(REASON, reason);
        }
        return data;
    }

    static Receipt.Result outcome(String data) {
        JsonNode read = Json.read(data);
        return switch (read.path(STATE).asText()) {
            case "ACCEPTED" -> new Receipt.Accepted(
                    Optional.ofNullable(read.get(APPOINTMENT_ID)).map(JsonNode::textValue).map(AppointmentId::new),
                    Optional.ofNullable(read.get(DISPLACED)).map(JsonNode::intValue));
            case "REJECTED" -> new Receipt.Rejected(RejectionReason.valueOf(read.path(REASON).asText()),
                    new Evidence(Optional.ofNullable(read.get(BLOCKED_BY)).map(JsonNode::textValue),
                            Optional.ofNullable(read.get(SETTING)).map(JsonNode::textValue)));
            case "PARKED" -> new Receipt.Parked(read.path(REASON).asText());
            case String unknown -> throw new IllegalStateException("a receipt has the unknown state " + unknown);
        };
    }
}
