package clinic.appointments.wire;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReminderMessage.Position;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads the messages of the reminder queue. */
public final class ReminderCodec {

    private static final String REMIND = "REMIND";
    private static final String RECONCILE = "RECONCILE";
    private static final String DATE = "must be a date such as 2026-03-29";

    private ReminderCodec() {
    }

    public static String encode(ReminderMessage message) {
        return switch (message) {
            case ReminderMessage.Remind remind -> TypedMessage.write(REMIND, remind.trail())
                    .put("appointmentId", remind.appointmentId().value()).put("reminder", remind.reminder().toString())
                    .toString();
            case ReminderMessage.Reconcile(var position, var trail) -> {
                ObjectNode body = TypedMessage.write(RECONCILE, trail);
                position.ifPresent(at -> write(at, body));
                yield body.toString();
            }
        };
    }

    /**
     * Reads a message; the request to reconcile that the infrastructure schedules has nothing but its type.
     *
     * @throws MalformedMessageException
     *             when it cannot be understood
     * @throws clinic.appointments.model.InvalidValueException
     *             when a field holds an impossible value
     * @throws NewerSchemaException
     *             when it is of a later version of this service
     */
    public static ReminderMessage decode(IncomingMessage message) {
        Fields fields = TypedMessage.read(message.body());
        return switch (fields.text("type")) {
            case REMIND -> new ReminderMessage.Remind(new AppointmentId(fields.text("appointmentId")),
                    fields.parsed("reminder", ReminderKey::of, "must be <version>/<offset>, such as 1/PT24H"),
                    TrailFields.read(fields));
            case RECONCILE -> new ReminderMessage.Reconcile(position(fields),
                    TrailFields.read(fields, message.messageId()));
            case String _ -> throw new MalformedMessageException("type", "must be REMIND or RECONCILE");
        };
    }

    private static void write(Position position, ObjectNode body) {
        body.put("from", position.from().toString()).put("until", position.until().toString());
        body.putObject("found").put("reminders", position.found().reminders()).put("holds", position.found().holds())
                .put("confirmations", position.found().confirmations());
    }

    private static Optional<Position> position(Fields fields) {
        return fields.optionalObject("found").map(found -> new Position(fields.parsed("from", LocalDate::parse, DATE),
                fields.parsed("until", LocalDate::parse, DATE), new Overdue(found.number("reminders", 0),
                        found.number("holds", 0), found.number("confirmations", 0))));
    }
}
