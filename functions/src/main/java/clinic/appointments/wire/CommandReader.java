package clinic.appointments.wire;

import java.util.List;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;

/** Reads the commands of one queue. */
@FunctionalInterface
interface CommandReader<C extends AppointmentCommand> {

    /**
     * Reads a command.
     *
     * @throws MalformedMessageException when a field is missing or of the wrong type
     * @throws clinic.appointments.model.InvalidValueException when a field holds an impossible value
     */
    C read(Fields fields, RequestId requestId);

    static List<ResourceId> resources(Fields fields) {
        return fields.texts("resourceIds").stream().map(ResourceId::of).toList();
    }

    static AppointmentId appointmentId(Fields fields) {
        return new AppointmentId(fields.text("appointmentId"));
    }
}
