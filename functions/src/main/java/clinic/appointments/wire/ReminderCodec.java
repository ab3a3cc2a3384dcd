package clinic.appointments.wire;

import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads the messages of the reminder queue. */
public final class ReminderCodec {

    private static final String TYPE = "REMIND";

    private ReminderCodec() {
    }

    public static String encode(ReminderMessage message) {
        ObjectNode body = TypedMessage.write(TYPE, message.trail())
                .put("appointmentId", message.appointmentId().value()).put("reminder", message.reminder().toString());
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
    public static ReminderMessage decode(String body) {
        Fields fields = TypedMessage.read(body, TYPE);
        return new ReminderMessage(new AppointmentId(fields.text("appointmentId")),
                fields.parsed("reminder", ReminderKey::of, "must be <version>/<offset>, such as 1/PT24H"),
                TrailFields.read(fields));
    }
}
