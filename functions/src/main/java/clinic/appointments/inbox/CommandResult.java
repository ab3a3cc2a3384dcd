package clinic.appointments.inbox;

import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;

/** How one attempt at a request ended. */
public sealed interface CommandResult {

    /**
     * For good.
     *
     * @param what name of the effect, for log and metric
     */
    record Final(Receipt.Result outcome, String what) implements CommandResult {
    }

    /** Done, for good. */
    static CommandResult done(Appointment appointment, String what) {
        return new Final(new Receipt.Accepted(Optional.of(appointment.id())), what);
    }

    /** Done with what is not about an appointment, for good. */
    static CommandResult done(String what) {
        return new Final(new Receipt.Accepted(Optional.empty()), what);
    }

    /** Refused, for good. */
    static CommandResult rejected(RejectionReason reason) {
        return new Final(new Receipt.Rejected(reason), "");
    }

    /** What it needs is not there yet, and may be under way. */
    record NotYet(RejectionReason otherwise) implements CommandResult {
    }

    /** Others kept writing in between until time was short. */
    record Contended() implements CommandResult {
    }
}
