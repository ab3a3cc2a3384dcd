package clinic.appointments.wire;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitRequest;
import clinic.appointments.model.VisitTypeId;

/**
 * Reads the commands of the request queue; a message without a command name is a booking.
 *
 * @param defaultZone zone of a booking that names none
 */
record RequestCommandReader(ZoneId defaultZone,
        InstantSource clock) implements CommandReader<AppointmentCommand.RequestCommand> {

    private static final ZoneOffset MAX_OFFSET = ZoneOffset.ofHours(14);

    @Override
    public AppointmentCommand.RequestCommand read(Fields fields, RequestId requestId) {
        return switch (fields.optionalText("type").orElse("BOOK")) {
            case "BOOK" -> book(fields, requestId);
            case "RESCHEDULE" -> new AppointmentCommand.Reschedule(CommandReader.appointmentId(fields),
                    TimeSlotFields.open(fields), TimeSlotFields.zone(fields), otherResources(fields));
            case "CANCEL" -> new AppointmentCommand.Cancel(CommandReader.appointmentId(fields),
                    fields.optionalParsed("reason", ReasonCode::ofClient, ""),
                    fields.optionalParsed("initiatedBy", Initiator::valueOf,
                            "must be PATIENT, PRACTITIONER or ORGANIZATION"));
            case "EXPIRE_HOLD" -> new AppointmentCommand.ExpireHold(CommandReader.appointmentId(fields));
            case "REGISTER_PATIENT" -> new AppointmentCommand.RegisterPatient(patientId(fields),
                    PatientFields.read(fields, today()));
            case "ERASE_PATIENT" -> new AppointmentCommand.ErasePatient(patientId(fields));
            case String _ -> throw new MalformedMessageException("type",
                    "must be BOOK, RESCHEDULE, CANCEL, EXPIRE_HOLD, REGISTER_PATIENT or ERASE_PATIENT");
        };
    }

    private AppointmentCommand.RequestCommand book(Fields fields, RequestId requestId) {
        AppointmentId id = new AppointmentId(fields.optionalText("appointmentId").orElse(requestId.value()));
        return fields.optionalText("visitType").map(VisitTypeId::ofBooking).<AppointmentCommand.RequestCommand>map(
                type -> new AppointmentCommand.BookVisit(visit(fields, id, type)))
                .orElseGet(() -> new AppointmentCommand.Book(booking(fields, id)));
    }

    private VisitRequest visit(Fields fields, AppointmentId id, VisitTypeId type) {
        return new VisitRequest(type, id, patientId(fields), CommandReader.resources(fields),
                TimeSlotFields.open(fields), TimeSlotFields.zone(fields).orElse(defaultZone),
                fields.optionalText("notes")).accepted();
    }

    private Booking booking(Fields fields, AppointmentId id) {
        return new Booking(id, patientId(fields), CommandReader.resources(fields),
                TimeSlotFields.read(fields, defaultZone),
                fields.optionalText("notes")).accepted();
    }

    /** The date in the zone that is ahead of all others: no later date of birth is possible. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), MAX_OFFSET);
    }

    private static Optional<List<ResourceId>> otherResources(Fields fields) {
        return fields.has("resourceIds")
                ? Optional.of(Booking.acceptedResources(CommandReader.resources(fields)))
                : Optional.empty();
    }

    private static PatientId patientId(Fields fields) {
        return new PatientId(fields.text("patientId"));
    }
}
