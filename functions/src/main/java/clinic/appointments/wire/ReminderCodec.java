package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.contract.ScheduledMessage;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReminderMessage.Position;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes and reads the messages of the reminder queue. */
public final class ReminderCodec {

    private static final String REMIND = "REMIND";
    private static final String RECONCILE = ScheduledMessage.RECONCILE_TYPE;
    private static final String REBUILD_EMAIL_INDEX = "REBUILD_EMAIL_INDEX";
    private static final String AFTER = "after";

    private ReminderCodec() {
    }

    public static String encode(ReminderMessage message) {
        return switch (message) {
            case ReminderMessage.Remind remind -> TypedMessage.write(REMIND, remind.correlation())
                    .put("appointmentId", remind.appointmentId().value()).put("reminder", remind.reminder().toString())
                    .toString();
            case ReminderMessage.Reconcile(var position, var correlation) -> {
                ObjectNode body = TypedMessage.write(RECONCILE, correlation);
                position.ifPresent(at -> write(at, body));
                yield body.toString();
            }
            case ReminderMessage.RebuildEmailIndex(var after, var correlation) -> {
                ObjectNode body = TypedMessage.write(REBUILD_EMAIL_INDEX, correlation);
                after.ifPresent(patient -> body.put(AFTER, patient.value()));
                yield body.toString();
            }
        };
    }

    /**
     * Reads a message; the reconciliation that the infrastructure schedules has only a type.
     *
     * @throws MalformedMessageException when the message cannot be understood
     * @throws clinic.appointments.model.InvalidValueException when a field holds an impossible value
     * @throws NewerSchemaException when it is from a later version of this service
     */
    public static ReminderMessage decode(IncomingMessage message) {
        Fields fields = TypedMessage.read(message.body());
        return switch (fields.text("type")) {
            case REMIND -> new ReminderMessage.Remind(new AppointmentId(fields.text("appointmentId")),
                    fields.parsed("reminder", ReminderKey::of, "must be <version>/<offset>, such as 1/PT24H"),
                    CorrelationFields.read(fields, message.messageId()));
            case RECONCILE -> new ReminderMessage.Reconcile(position(fields),
                    CorrelationFields.read(fields, message.messageId()));
            case REBUILD_EMAIL_INDEX -> new ReminderMessage.RebuildEmailIndex(
                    fields.optionalText(AFTER).map(ReminderCodec::patient),
                    CorrelationFields.read(fields, message.messageId()));
            case String _ -> throw new MalformedMessageException("type",
                    "must be REMIND, RECONCILE or REBUILD_EMAIL_INDEX");
        };
    }

    /** No client's field has this name: there is no rejection reason for it. */
    private static PatientId patient(String id) {
        try {
            return new PatientId(id);
        } catch (InvalidValueException invalid) {
            throw new MalformedMessageException(AFTER, "must be the id of a patient");
        }
    }

    private static void write(Position position, ObjectNode body) {
        body.put(AFTER, position.cursor());
        body.putObject("found").put("reminders", position.found().reminders()).put("holds", position.found().holds())
                .put("confirmations", position.found().confirmations());
    }

    /** A search without a cursor begins anew; one of an earlier version, by dates, has another kind of position. */
    private static Optional<Position> position(Fields fields) {
        return fields.optionalText(AFTER).map(cursor -> new Position(cursor,
                fields.optionalObject("found").map(ReminderCodec::overdue).orElse(Overdue.NOTHING)));
    }

    private static Overdue overdue(Fields found) {
        return new Overdue(found.number("reminders", 0), found.number("holds", 0), found.number("confirmations", 0));
    }
}
