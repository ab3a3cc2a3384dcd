package clinic.appointments.inbox;

import java.util.Optional;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;

/** A command result: the outcome of a command, which determines its receipt and the fate of its message. */
public sealed interface CommandResult {

    Receipt.Result receipt();

    Disposition disposition();

    /**
     * The command was carried out.
     *
     * @param appointment the appointment that the command concerned; empty for a patient's command
     */
    record Done(Optional<AppointmentId> appointment, Effect effect) implements CommandResult {

        /** The result of a patient's command. */
        public Done(Effect effect) {
            this(Optional.empty(), effect);
        }

        @Override
        public Receipt.Result receipt() {
            return new Receipt.Accepted(appointment);
        }

        @Override
        public Disposition disposition() {
            return new Disposition.Accepted(effect);
        }
    }

    /**
     * A block was made.
     *
     * @param displaced number of appointments in its way
     */
    record Blocked(int displaced) implements CommandResult {

        @Override
        public Receipt.Result receipt() {
            return new Receipt.Accepted(Optional.empty(), Optional.of(displaced));
        }

        @Override
        public Disposition disposition() {
            return new Disposition.Accepted(Effect.RESOURCE_BLOCKED);
        }
    }

    /** The command was refused. */
    record Rejected(RejectionReason reason, Evidence evidence) implements CommandResult {

        /** A rejection whose reason speaks for itself. */
        public Rejected(RejectionReason reason) {
            this(reason, Evidence.NONE);
        }

        @Override
        public Receipt.Result receipt() {
            return new Receipt.Rejected(reason, evidence);
        }

        @Override
        public Disposition disposition() {
            return new Disposition.Rejected(reason, evidence);
        }
    }

    /** The message holds no command: a field is missing or of the wrong type, or it is not JSON. */
    record Parked(String reason) implements CommandResult {

        @Override
        public Receipt.Result receipt() {
            return new Receipt.Parked(reason);
        }

        @Override
        public Disposition disposition() {
            return new Disposition.Parked(reason);
        }
    }
}
