package clinic.appointments.wire;

import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.SmokeId;

/**
 * The guard of the smoke ids: it refuses them to everybody but the smoke test.
 *
 * @param smokeTest the client that the smoke test is at the API; empty when the stage has none
 */
record SmokeIdGuard(Optional<ClientId> smokeTest) {

    /** The request as it came, or refused. */
    <C extends AppointmentCommand> AppointmentRequest<C> guarded(AppointmentRequest<C> request) {
        return isOfSmokeTest(request) || ids(request).noneMatch(SmokeId::isSmokeId)
                ? request
                : request.refused(RejectionReason.RESERVED_ID);
    }

    private boolean isOfSmokeTest(AppointmentRequest<?> request) {
        return smokeTest.isPresent() && request.signedBy().equals(smokeTest);
    }

    /** A message that cannot be read is parked, whatever its ids are. */
    private static Stream<String> ids(AppointmentRequest<?> request) {
        Stream<String> own = Stream.of(request.requestId().value());
        return switch (request.content()) {
            case AppointmentRequest.Command<?>(var command, var _) -> Stream.concat(own, ids(command));
            case AppointmentRequest.Invalid<?> _ -> own;
            case AppointmentRequest.Malformed<?> _ -> Stream.empty();
        };
    }

    /** The end of a hold comes from a schedule, which signs nothing. */
    private static Stream<String> ids(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> of(booking.appointmentId(), booking.patientId());
            case AppointmentCommand.BookVisit(var visit) -> of(visit.appointmentId(), visit.patientId());
            case AppointmentCommand.RegisterPatient(var patient, var _) -> Stream.of(patient.value());
            case AppointmentCommand.ErasePatient(var patient) -> Stream.of(patient.value());
            case AppointmentCommand.ExpireHold _,AppointmentCommand.ResourceCommand _ -> Stream.empty();
            case AppointmentCommand.PoolCommand _,AppointmentCommand.VisitTypeCommand _ -> Stream.empty();
            case AppointmentCommand.BlockCommand _ -> Stream.empty();
            case AppointmentCommand.Reschedule _,AppointmentCommand.Cancel _,AppointmentCommand.Keep _ ->
                command.appointment().map(AppointmentId::value).stream();
            case AppointmentCommand.ConfirmationCommand _ ->
                command.appointment().map(AppointmentId::value).stream();
        };
    }

    private static Stream<String> of(AppointmentId appointment, PatientId patient) {
        return Stream.of(appointment.value(), patient.value());
    }
}
