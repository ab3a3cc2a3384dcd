package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.FollowUp;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads follow-ups. */
public final class FollowUpCodec {

    private static final String TYPE = "FOLLOW_UP";

    private FollowUpCodec() {
    }

    public static String encode(FollowUp message) {
        ObjectNode body = TypedMessage.write(TYPE, message.correlation())
                .put("appointmentId", message.appointmentId().value()).put("requestId", message.requestId().written());
        return body.toString();
    }

    /**
     * Reads a message's body; empty when it is not a follow-up or not JSON.
     *
     * @throws MalformedMessageException when a field of the follow-up is missing or of the wrong type
     * @throws clinic.appointments.model.InvalidValueException when a field of it holds an impossible value
     * @throws NewerSchemaException when it is from a later version of this service
     */
    public static Optional<FollowUp> find(String body) {
        return fields(body).filter(FollowUpCodec::isFollowUp).map(FollowUpCodec::read);
    }

    private static FollowUp read(Fields fields) {
        Schema.check(fields);
        AppointmentId appointment = new AppointmentId(fields.text("appointmentId"));
        RequestId request = RequestId.ofWritten(fields.text("requestId"));
        return new FollowUp(appointment, request, CorrelationFields.read(fields, request.value()));
    }

    private static Optional<Fields> fields(String body) {
        try {
            return Optional.of(new Fields(Json.read(body)));
        } catch (MalformedMessageException noObject) {
            return Optional.empty();
        }
    }

    private static boolean isFollowUp(Fields fields) {
        return fields.is("type", TYPE);
    }
}
