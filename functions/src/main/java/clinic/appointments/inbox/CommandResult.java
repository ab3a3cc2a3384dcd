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
     * @param appointment the appointment that the command concerned; empty for a patient's or a resource's command
     * @param displaced number of appointments in the way of a block that was made; empty for other commands
     */
    record Done(Optional<AppointmentId> appointment, Optional<Integer> displaced,
            Effect effect) implements CommandResult {

        /** The result of an appointment's command. */
        public Done(AppointmentId appointment, Effect effect) {
            this(Optional.of(appointment), Optional.empty(), effect);
        }

        /** The result of a patient's or a resource's command. */
        public Done(Effect effect) {
            this(Optional.empty(), Optional.empty(), effect);
        }

        /** The result of a block. */
        public static Done blocked(int displaced) {
            return new Done(Optional.empty(), Optional.of(displaced), Effect.RESOURCE_BLOCKED);
        }

        @Override
        public Receipt.Result receipt() {
            return new Receipt.Accepted(appointment, displaced);
        }

        @Override
        public Disposition disposition() {
            return new Disposition.Accepted(effect);
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
