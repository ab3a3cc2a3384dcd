package clinic.appointments.wire;

import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads the messages of the confirmation queue. */
public final class ConfirmationCodec {

    private static final String TYPE = "CONFIRM";

    private ConfirmationCodec() {
    }

    public static String encode(ConfirmationMessage message) {
        ObjectNode body = TypedMessage.write(TYPE, message.trail())
                .put("appointmentId", message.appointmentId().value()).put("requestId", message.requestId().value());
        return body.toString();
    }

    /**
     * Reads a message's body.
     *
     * @throws MalformedMessageException
     *             when it cannot be understood
     * @throws clinic.appointments.model.InvalidValueException
     *             when a field holds an impossible value
     * @throws NewerSchemaException
     *             when it is of a later version of this service
     */
    public static ConfirmationMessage decode(String body) {
        Fields fields = TypedMessage.read(body, TYPE);
        return new ConfirmationMessage(new AppointmentId(fields.text("appointmentId")),
                new RequestId(fields.text("requestId")), TrailFields.read(fields));
    }
}
