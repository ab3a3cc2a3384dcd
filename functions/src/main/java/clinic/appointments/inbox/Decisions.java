package clinic.appointments.inbox;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Decision;
import clinic.appointments.port.WriteResult;

/**
 * The execution of a policy's decision: it saves what was granted, then follows up. It is the one place where a lost
 * race shows.
 */
public final class Decisions {

    private Decisions() {
    }

    /**
     * Carries a decision out.
     *
     * @param save writes what was granted, on condition that nothing was written since it was read
     * @param followUp acts on the new state; also runs for a repeat, because the first time may have crashed before it
     * @return empty when another writer was faster
     */
    public static Optional<CommandResult> carryOut(Decision decision, Function<Decision.Granted, WriteResult> save,
            Consumer<Appointment> followUp) {
        return switch (decision) {
            case Decision.Granted granted -> save.apply(granted) == WriteResult.WRITTEN
                    ? Optional.of(followed(granted.appointment(), Effect.of(granted.action()), followUp))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional.of(followed(stored, Effect.REPEATED, followUp));
            case Decision.Unneeded(var stored) -> Optional.of(done(stored, Effect.REPEATED));
            case Decision.Rejected(var reason, var evidence) ->
                Optional.of(new CommandResult.Rejected(reason, evidence));
        };
    }

    private static CommandResult followed(Appointment appointment, Effect effect, Consumer<Appointment> followUp) {
        followUp.accept(appointment);
        return done(appointment, effect);
    }

    private static CommandResult done(Appointment appointment, Effect effect) {
        return new CommandResult.Done(appointment.id(), effect);
    }
}
