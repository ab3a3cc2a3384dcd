package clinic.appointments.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.LocalPeriod;
import clinic.appointments.model.LocalSlot;
import clinic.appointments.model.OpenSlot;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitRequest;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;

/**
 * An appointment command: an instruction of a client to book, change or settle an appointment, to register or erase a
 * patient, or to define, retire or block a resource, a pool or a visit type.
 */
public sealed interface AppointmentCommand {

    /** The appointment that the command concerns; empty for the command of a patient or a resource. */
    Optional<AppointmentId> appointment();

    /** A request command: an appointment command that arrives on the request queue. */
    sealed interface RequestCommand extends AppointmentCommand {
    }

    /**
     * A confirmation command: an appointment command that arrives on the confirmation queue, for an existing
     * appointment whose time stays the same.
     */
    sealed interface ConfirmationCommand extends AppointmentCommand {

        AppointmentId appointmentId();

        @Override
        default Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId());
        }
    }

    /**
     * A management command: an appointment command that arrives on the management queue, for what bookings rest on.
     */
    sealed interface ManagementCommand extends AppointmentCommand {

        @Override
        default Optional<AppointmentId> appointment() {
            return Optional.empty();
        }
    }

    /** A resource command: a management command for the rules of a resource. */
    sealed interface ResourceCommand extends ManagementCommand {

        ResourceId resourceId();
    }

    /** A pool command: a management command for the members of a pool. */
    sealed interface PoolCommand extends ManagementCommand {

        PoolId poolId();
    }

    /** A visit type command: a management command for the definition of a visit type. */
    sealed interface VisitTypeCommand extends ManagementCommand {

        VisitTypeId visitTypeId();
    }

    /** A block command: a management command for a block. */
    sealed interface BlockCommand extends ManagementCommand {

        BlockId blockId();
    }

    /** A command to book an appointment. */
    record Book(Booking booking) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(booking.appointmentId());
        }
    }

    /** A command to book an appointment of a visit type. */
    record BookVisit(VisitRequest visit) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(visit.appointmentId());
        }
    }

    /**
     * A command to move an appointment to another time.
     *
     * @param time one of a visit may have no end
     * @param zone empty to keep the appointment's zone
     * @param resources empty to keep what was asked for: named resources, and pools of which another member may serve
     */
    record Reschedule(AppointmentId appointmentId, OpenSlot time, Optional<ZoneId> zone,
            Optional<List<ResourceId>> resources)
            implements
                RequestCommand {

        /** A command to move an appointment to a time with an end. */
        public Reschedule(AppointmentId appointmentId, LocalSlot time, Optional<ZoneId> zone,
                Optional<List<ResourceId>> resources) {
            this(appointmentId, OpenSlot.of(time), zone, resources);
        }

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }

        /**
         * The booking after the move; fields that the command leaves out stay the same. Empty when it has no end: only
         * a visit is as long as before, and only where that has an end on the date.
         */
        public Optional<Booking> of(Appointment before) {
            return before.booking().movedTo(time, zone.orElse(before.slot().zone()),
                    resources.orElseGet(before::wantedResources));
        }
    }

    /** A command to cancel an appointment. */
    record Cancel(AppointmentId appointmentId, Optional<ReasonCode> reason, Optional<Initiator> initiatedBy)
            implements
                RequestCommand {

        /** A command that does not tell who wishes for the cancellation. */
        public Cancel(AppointmentId appointmentId, Optional<ReasonCode> reason) {
            this(appointmentId, reason, Optional.empty());
        }

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }
    }

    /** A command to release an appointment that was not confirmed in time. */
    record ExpireHold(AppointmentId appointmentId) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }
    }

    /** A command to register a patient, or to replace a patient's details. */
    record RegisterPatient(PatientId patientId, PatientDetails details) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.empty();
        }
    }

    /** A command to erase all personal data of a patient. */
    record ErasePatient(PatientId patientId) implements RequestCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.empty();
        }
    }

    /**
     * A command to define a resource, or to replace its definition.
     *
     * @param zone empty for the zone that the resource has, at first that of the clinic
     * @param ifVersion the version that the resource must have, 0 for none; empty for any
     */
    record DefineResource(ResourceId resourceId, Optional<ZoneId> zone, ResourceDetails details,
            Optional<Long> ifVersion) implements ResourceCommand {
    }

    /** A command to take a resource out of service; its appointments stay. */
    record RetireResource(ResourceId resourceId) implements ResourceCommand {
    }

    /**
     * A command to define a pool, or to replace its members.
     *
     * @param ifVersion the version that the pool must have, 0 for none; empty for any
     */
    record DefinePool(PoolId poolId, List<ResourceId> members, Optional<Long> ifVersion) implements PoolCommand {
    }

    /** A command to take a pool out of service; its members and their appointments stay. */
    record RetirePool(PoolId poolId) implements PoolCommand {
    }

    /**
     * A command to define a visit type, or to replace its definition.
     *
     * @param ifVersion the version that the visit type must have, 0 for none; empty for any
     */
    record DefineVisitType(VisitTypeId visitTypeId, VisitTypeDetails details, Optional<Long> ifVersion)
            implements
                VisitTypeCommand {
    }

    /** A command to take a visit type out of service; its appointments stay. */
    record RetireVisitType(VisitTypeId visitTypeId) implements VisitTypeCommand {
    }

    /**
     * A command to block a resource: it takes no appointments in the period.
     *
     * @param period in the zone of the resource
     * @param reason the client's own code
     */
    record BlockResource(BlockId blockId, ResourceId resourceId, LocalPeriod period, Optional<ReasonCode> reason,
            OnConflict onConflict) implements BlockCommand {
    }

    /** What becomes of a block when appointments are in its way. */
    enum OnConflict {

        /** The resource is blocked, and they are listed as displaced. */
        LIST,
        /** The block is refused. */
        REFUSE
    }

    /** A command to lift a block; it cannot become active again. */
    record LiftBlock(BlockId blockId) implements BlockCommand {
    }

    /** A command to confirm an appointment by hand. */
    record Confirm(AppointmentId appointmentId) implements ConfirmationCommand {
    }

    /** A command to record the outcome of an appointment. */
    record Complete(AppointmentId appointmentId, CompletionOutcome outcome) implements ConfirmationCommand {
    }

    /** A command to note how far a patient has come on the day of the appointment. */
    record CheckIn(AppointmentId appointmentId, CheckInState state) implements ConfirmationCommand {
    }

    /**
     * A command to leave a displaced appointment where it is.
     *
     * @param resourceId the resource that no longer takes it
     * @param against why it does not
     */
    record Keep(AppointmentId appointmentId, ResourceId resourceId, Displacer against) implements ManagementCommand {

        @Override
        public Optional<AppointmentId> appointment() {
            return Optional.of(appointmentId);
        }
    }
}
