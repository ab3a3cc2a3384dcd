package clinic.appointments.decideConfirmation;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.WriteResult;

/** Confirms and completes appointments as clients ask: look, decide, save, schedule what follows. */
final class SettleAppointment implements CommandHandler<AppointmentCommand.ConfirmationCommand> {

    private final Appointments appointments;
    private final DecideConfirmation decideConfirmation;
    private final AppointmentTimers timers;
    private final Terms terms;

    /** What is decided by, and how it waits for its turn. */
    record Terms(ChangePolicy policy, InstantSource clock, RetryOnConflict retry) {
    }

    SettleAppointment(Appointments appointments, DecideConfirmation decideConfirmation, AppointmentTimers timers, Terms terms) {
        this.appointments = appointments;
        this.decideConfirmation = decideConfirmation;
        this.timers = timers;
        this.terms = terms;
    }

    @Override
    public CommandResult attempt(AppointmentCommand.ConfirmationCommand command, RequestContext context, Deadline deadline) {
        return terms.retry().retry(deadline, () -> tryOnce(command, context));
    }

    private Optional<CommandResult> tryOnce(AppointmentCommand.ConfirmationCommand command, RequestContext context) {
        return appointments.find(command.appointmentId())
                .map(found -> settle(decide(command, found, context.provenance(terms.clock().instant())), context))
                .orElseGet(() -> Optional.of(new CommandResult.NotYet(RejectionReason.UNKNOWN_APPOINTMENT)));
    }

    private Decision decide(AppointmentCommand.ConfirmationCommand command, Appointment found, Provenance provenance) {
        return switch (command) {
            case AppointmentCommand.Confirm _ -> decideConfirmation.decide(found, provenance);
            case AppointmentCommand.Complete(var _, var outcome) -> terms.policy().complete(found, outcome, provenance);
        };
    }

    private Optional<CommandResult> settle(Decision decision, RequestContext context) {
        return switch (decision) {
            case Decision.Granted granted -> appointments.save(granted) == WriteResult.WRITTEN
                    ? Optional.of(done(granted.appointment(), context, granted.what()))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional.of(done(stored, context, Disposition.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(CommandResult.rejected(reason));
            case Decision.PatientMissing() -> throw new IllegalStateException("a change asks for no patient");
        };
    }

    private CommandResult done(Appointment appointment, RequestContext context, String what) {
        timers.of(appointment, context.request().correlation());
        return CommandResult.done(appointment, what);
    }
}
