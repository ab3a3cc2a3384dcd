package clinic.appointments.log;

import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.OpenSlot;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitTypeId;

/** The names of commands, as in the field {@code type} of their messages, and what log lines tell of them. */
final class CommandNames {

    static final String FOLLOW_UP = "FOLLOW_UP";

    private CommandNames() {
    }

    static String of(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.Book _,AppointmentCommand.BookVisit _ -> "BOOK";
            case AppointmentCommand.Reschedule _ -> "RESCHEDULE";
            case AppointmentCommand.Cancel _ -> "CANCEL";
            case AppointmentCommand.ExpireHold _ -> "EXPIRE_HOLD";
            case AppointmentCommand.RegisterPatient _ -> "REGISTER_PATIENT";
            case AppointmentCommand.ErasePatient _ -> "ERASE_PATIENT";
            case AppointmentCommand.DefineResource _ -> "DEFINE_RESOURCE";
            case AppointmentCommand.RetireResource _ -> "RETIRE_RESOURCE";
            case AppointmentCommand.DefinePool _ -> "DEFINE_POOL";
            case AppointmentCommand.RetirePool _ -> "RETIRE_POOL";
            case AppointmentCommand.DefineVisitType _ -> "DEFINE_VISIT_TYPE";
            case AppointmentCommand.RetireVisitType _ -> "RETIRE_VISIT_TYPE";
            case AppointmentCommand.BlockResource _ -> "BLOCK";
            case AppointmentCommand.LiftBlock _ -> "UNBLOCK";
            case AppointmentCommand.Keep _ -> "KEEP";
            case AppointmentCommand.Confirm _ -> "CONFIRM";
            case AppointmentCommand.Complete _ -> "COMPLETE";
            case AppointmentCommand.CheckIn _ -> "CHECK_IN";
        };
    }

    static String of(ReminderMessage message) {
        return switch (message) {
            case ReminderMessage.Remind _ -> "REMIND";
            case ReminderMessage.Reconcile _ -> "RECONCILE";
            case ReminderMessage.RebuildEmailIndex _ -> "REBUILD_EMAIL_INDEX";
        };
    }

    /** The patient whom a command names. */
    static Optional<PatientId> patientOf(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> Optional.of(booking.patientId());
            case AppointmentCommand.BookVisit(var visit) -> Optional.of(visit.patientId());
            case AppointmentCommand.RegisterPatient(var patient, var _) -> Optional.of(patient);
            case AppointmentCommand.ErasePatient(var patient) -> Optional.of(patient);
            case AppointmentCommand.Reschedule _ -> Optional.empty();
            case AppointmentCommand.Cancel _,AppointmentCommand.ExpireHold _ -> Optional.empty();
            case AppointmentCommand.ConfirmationCommand _,AppointmentCommand.ManagementCommand _ -> Optional.empty();
        };
    }

    /** The resource for which a command defines something, or what stands for its pool. */
    static Optional<ResourceId> resourceOf(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.ResourceCommand ofResource -> Optional.of(ofResource.resourceId());
            case AppointmentCommand.PoolCommand ofPool -> Optional.of(ofPool.poolId().resource());
            case AppointmentCommand.BlockResource block -> Optional.of(block.resourceId());
            case AppointmentCommand.Keep keep -> Optional.of(keep.resourceId());
            case AppointmentCommand.LiftBlock _,AppointmentCommand.VisitTypeCommand _ -> Optional.empty();
            case AppointmentCommand.RequestCommand _,AppointmentCommand.ConfirmationCommand _ -> Optional.empty();
        };
    }

    /** The block that a command names. */
    static Optional<BlockId> blockOf(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.BlockCommand ofBlock -> Optional.of(ofBlock.blockId());
            case AppointmentCommand.Keep(_, _, Displacer.OfBlock(var block)) -> Optional.of(block);
            case AppointmentCommand.Keep _ -> Optional.empty();
            case AppointmentCommand.ResourceCommand _,AppointmentCommand.PoolCommand _ -> Optional.empty();
            case AppointmentCommand.VisitTypeCommand _ -> Optional.empty();
            case AppointmentCommand.RequestCommand _,AppointmentCommand.ConfirmationCommand _ -> Optional.empty();
        };
    }

    /** The visit type that a command defines, or of which it books an appointment. */
    static Optional<VisitTypeId> visitTypeOf(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.VisitTypeCommand ofType -> Optional.of(ofType.visitTypeId());
            case AppointmentCommand.BookVisit(var visit) -> Optional.of(visit.type());
            case AppointmentCommand.Book _,AppointmentCommand.Reschedule _,AppointmentCommand.Cancel _ ->
                Optional.empty();
            case AppointmentCommand.RegisterPatient _,AppointmentCommand.ErasePatient _ -> Optional.empty();
            case AppointmentCommand.ExpireHold _,AppointmentCommand.ConfirmationCommand _ -> Optional.empty();
            case AppointmentCommand.ResourceCommand _,AppointmentCommand.PoolCommand _ -> Optional.empty();
            case AppointmentCommand.BlockCommand _,AppointmentCommand.Keep _ -> Optional.empty();
        };
    }

    /**
     * The time that a command asks for, such as {@code 2026-03-17T09:00/09:30}, in the appointment's zone; without the
     * end when the length of the visit gives it.
     */
    static Optional<String> slotOf(AppointmentCommand command) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> Optional.of(text(OpenSlot.of(booking.slot().local())));
            case AppointmentCommand.BookVisit(var visit) -> Optional.of(text(visit.time()));
            case AppointmentCommand.Reschedule move -> Optional.of(text(move.time()));
            case AppointmentCommand.RegisterPatient _,AppointmentCommand.ErasePatient _ -> Optional.empty();
            case AppointmentCommand.Cancel _,AppointmentCommand.ExpireHold _ -> Optional.empty();
            case AppointmentCommand.ConfirmationCommand _,AppointmentCommand.ManagementCommand _ -> Optional.empty();
        };
    }

    private static String text(OpenSlot slot) {
        return slot.date() + "T" + slot.start() + slot.end().map(end -> "/" + end).orElse("");
    }
}
