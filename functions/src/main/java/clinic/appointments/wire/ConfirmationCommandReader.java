package clinic.appointments.wire;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.RequestId;

/** Reads the commands of the confirmation queue. */
record ConfirmationCommandReader() implements CommandReader<AppointmentCommand.ConfirmationCommand> {

    @Override
    public AppointmentCommand.ConfirmationCommand read(Fields fields, RequestId requestId) {
        return switch (fields.text("type")) {
            case "CONFIRM" -> new AppointmentCommand.Confirm(CommandReader.appointmentId(fields));
            case "COMPLETE" -> new AppointmentCommand.Complete(CommandReader.appointmentId(fields),
                    fields.constant("outcome", CompletionOutcome.class));
            case "CHECK_IN" -> new AppointmentCommand.CheckIn(CommandReader.appointmentId(fields),
                    fields.constant("state", CheckInState.class));
            case String _ -> throw new MalformedMessageException("type", "must be CONFIRM, COMPLETE or CHECK_IN");
        };
    }
}
