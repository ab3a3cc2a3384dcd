package clinic.appointments.inbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Marking;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Markings;
import clinic.appointments.port.WriteResult;

/** The shared steps of every mark on an existing appointment: read it, decide, save with the receipt. */
public record MarkAppointment(Appointments appointments, Markings markings, InstantSource clock) {

    /**
     * Marks an appointment.
     *
     * @param effect what a mark that was made means
     * @return empty when nothing was written because another writer was faster
     */
    public Optional<CommandResult> mark(AppointmentId id, RequestContext context, Effect effect,
            BiFunction<Appointment, Provenance, Marking> decide) {
        return appointments.find(id)
                .map(existing -> carryOut(decide.apply(existing, context.provenance(clock.instant())), context, effect))
                .orElseGet(() -> Optional.of(new CommandResult.Rejected(RejectionReason.UNKNOWN_APPOINTMENT)));
    }

    private Optional<CommandResult> carryOut(Marking marking, RequestContext context, Effect effect) {
        return switch (marking) {
            case Marking.Made made -> save(made, context) == WriteResult.WRITTEN
                    ? Optional.of(new CommandResult.Done(made.marked().id(), effect))
                    : Optional.empty();
            case Marking.MadeBefore(var stored) ->
                Optional.of(new CommandResult.Done(stored.id(), Effect.REPEATED));
            case Marking.Refused(var reason) -> Optional.of(new CommandResult.Rejected(reason));
        };
    }

    private WriteResult save(Marking.Made made, RequestContext context) {
        return context.receipt().writeWith(made.marked().id(), settlement -> markings.save(made, settlement));
    }
}
