package clinic.appointments.inbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.WriteResult;

/** The shared steps of every change of an existing appointment: read it, decide, save, follow up. */
public final class ChangeAppointment {

    private final Appointments appointments;
    private final BiFunction<Decision.Granted, RequestReceipt, WriteResult> save;
    private final BiConsumer<Appointment, RequestContext> followUp;
    private final InstantSource clock;

    /**
     * @param save writes a granted change, with the calendar days that it claims or releases, and minds the receipt
     * @param followUp acts on the appointment's new state; repeating is safe
     */
    public ChangeAppointment(Appointments appointments,
            BiFunction<Decision.Granted, RequestReceipt, WriteResult> save,
            BiConsumer<Appointment, RequestContext> followUp, InstantSource clock) {
        this.appointments = appointments;
        this.save = save;
        this.followUp = followUp;
        this.clock = clock;
    }

    /**
     * Changes an appointment.
     *
     * @return empty when nothing was changed because another writer was faster
     */
    public Optional<CommandResult> change(AppointmentId id, RequestContext context,
            BiFunction<Appointment, Provenance, Decision> decide) {
        return changeIfDecided(id, context, (existing, provenance) -> Optional.of(decide.apply(existing, provenance)));
    }

    /**
     * Changes an appointment when the decision can be made.
     *
     * @param decide returns empty when another writer is in the way
     * @return empty when nothing was changed because another writer was faster or in the way
     */
    public Optional<CommandResult> changeIfDecided(AppointmentId id, RequestContext context,
            BiFunction<Appointment, Provenance, Optional<Decision>> decide) {
        Optional<Appointment> existing = appointments.find(id);
        return existing.isEmpty()
                ? Optional.of(new CommandResult.Rejected(RejectionReason.UNKNOWN_APPOINTMENT))
                : decide.apply(existing.get(), context.provenance(clock.instant()))
                        .flatMap(decision -> Decisions.carryOut(decision,
                                granted -> save.apply(granted, context.receipt()),
                                appointment -> followUp.accept(appointment, context)));
    }
}
