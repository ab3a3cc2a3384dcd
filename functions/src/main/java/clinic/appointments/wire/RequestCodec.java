package clinic.appointments.wire;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.Trail;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Cause;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the messages of the request queue. */
public final class RequestCodec {

    private static final int LONGEST_NOTES = 1000;

    private final ZoneId defaultZone;

    /**
     * @param defaultZone
     *            zone of a booking that names none
     */
    public RequestCodec(ZoneId defaultZone) {
        this.defaultZone = defaultZone;
    }

    /**
     * Reads a message; one that cannot be read is a value too.
     *
     * @param traceId
     *            id of the trace in which this happens
     * @throws NewerSchemaException
     *             when it is of a later version of this service
     */
    public AppointmentRequest decode(IncomingMessage message, Optional<String> traceId) {
        try {
            return readable(message, Json.read(message.body()), traceId);
        } catch (MalformedMessageException malformed) {
            return unreadable(message, malformed, traceId);
        }
    }

    private AppointmentRequest readable(IncomingMessage message, ObjectNode body, Optional<String> traceId) {
        RequestId requestId = requestIdOf(body).orElseGet(() -> requestIdOf(message));
        return new AppointmentRequest(requestId, Hash.of(Json.canonical(body)), trail(message, requestId, traceId),
                content(new Fields(body), requestId));
    }

    private static AppointmentRequest unreadable(IncomingMessage message, MalformedMessageException malformed,
            Optional<String> traceId) {
        RequestId requestId = requestIdOf(message);
        return new AppointmentRequest(requestId, Hash.of(message.body()), trail(message, requestId, traceId),
                new AppointmentRequest.Unreadable(malformed.getMessage()));
    }

    private AppointmentRequest.Content content(Fields fields, RequestId requestId) {
        try {
            Schema.check(fields);
            fields.optionalParsed(IncomingMessage.REQUEST_ID, RequestId::new, "must be an id");
            return new AppointmentRequest.Command(command(fields, requestId), actor(fields));
        } catch (MalformedMessageException malformed) {
            return new AppointmentRequest.Unreadable(malformed.getMessage());
        } catch (InvalidValueException invalid) {
            return new AppointmentRequest.Impossible(RejectionReason.invalid(invalid.field()));
        }
    }

    private AppointmentCommand command(Fields fields, RequestId requestId) {
        return switch (fields.optionalText("type").orElse("BOOK")) {
            case "BOOK" -> new AppointmentCommand.Book(booking(fields, requestId));
            case "RESCHEDULE" -> new AppointmentCommand.Reschedule(appointmentId(fields),
                    TimeSlotFields.read(fields, defaultZone), otherResources(fields));
            case "CANCEL" -> new AppointmentCommand.Cancel(appointmentId(fields),
                    fields.optionalParsed("reason", ReasonCode::new, ""));
            case "REGISTER_PATIENT" -> new AppointmentCommand.RegisterPatient(patientId(fields),
                    PatientFields.read(fields));
            case String _ ->
                throw new MalformedMessageException("type", "must be BOOK, RESCHEDULE, CANCEL or REGISTER_PATIENT");
        };
    }

    private Booking booking(Fields fields, RequestId requestId) {
        AppointmentId id = new AppointmentId(fields.optionalText("appointmentId").orElse(requestId.value()));
        return new Booking(id, patientId(fields), resources(fields), TimeSlotFields.read(fields, defaultZone),
                notes(fields));
    }

    private static Optional<String> notes(Fields fields) {
        Optional<String> notes = fields.optionalText("notes");
        if (notes.stream().anyMatch(text -> text.length() > LONGEST_NOTES)) {
            throw new InvalidValueException("notes", "must have at most " + LONGEST_NOTES + " characters");
        }
        return notes;
    }

    private static List<ResourceId> resources(Fields fields) {
        return fields.texts("resourceIds").stream().map(ResourceId::of).toList();
    }

    private static Optional<List<ResourceId>> otherResources(Fields fields) {
        return fields.has("resourceIds") ? Optional.of(resources(fields)) : Optional.empty();
    }

    private static AppointmentId appointmentId(Fields fields) {
        return new AppointmentId(fields.text("appointmentId"));
    }

    private static String actor(Fields fields) {
        return fields.optionalParsed("actor", Cause::actorOf, "").orElse(Cause.CLIENT);
    }

    private static PatientId patientId(Fields fields) {
        return new PatientId(fields.text("patientId"));
    }

    private static Trail trail(IncomingMessage message, RequestId requestId, Optional<String> traceId) {
        return new Trail(message.attribute(IncomingMessage.CORRELATION_ID).orElse(requestId.value()), traceId);
    }

    private static Optional<RequestId> requestIdOf(ObjectNode body) {
        return Optional.ofNullable(body.get(IncomingMessage.REQUEST_ID)).map(JsonNode::textValue)
                .flatMap(RequestCodec::wellFormed);
    }

    private static RequestId requestIdOf(IncomingMessage message) {
        return message.attribute(IncomingMessage.REQUEST_ID).flatMap(RequestCodec::wellFormed)
                .orElseGet(() -> new RequestId(message.messageId()));
    }

    private static Optional<RequestId> wellFormed(String id) {
        try {
            return Optional.of(new RequestId(id));
        } catch (InvalidValueException invalid) {
            return Optional.empty();
        }
    }
}
