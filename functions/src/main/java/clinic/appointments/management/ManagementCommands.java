package clinic.appointments.management;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.MarkAppointment;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand.BlockCommand;
import clinic.appointments.message.AppointmentCommand.Keep;
import clinic.appointments.message.AppointmentCommand.ManagementCommand;
import clinic.appointments.message.AppointmentCommand.PoolCommand;
import clinic.appointments.message.AppointmentCommand.ResourceCommand;
import clinic.appointments.message.AppointmentCommand.VisitTypeCommand;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.port.Stores;

/** The command handlers of the management queue, by command. */
public record ManagementCommands(CommandHandler<ResourceCommand> resources, CommandHandler<PoolCommand> pools,
        CommandHandler<VisitTypeCommand> visitTypes, CommandHandler<BlockCommand> blocks, CommandHandler<Keep> keep)
        implements
            CommandHandler<ManagementCommand> {

    /** The use cases on these stores. */
    public static ManagementCommands of(Stores stores, BookingTerms terms, InstantSource clock) {
        return new ManagementCommands(new ManageResource(stores.resources(), terms.zone(), clock),
                new ManagePool(stores.resources(), clock), new ManageVisitType(stores.resources(), clock),
                new ManageBlock(stores.blocks(), stores.resources(),
                        new AppointmentsInTheWay(stores.calendars(), stores.appointments(), clock), terms, clock),
                new KeepAppointment(new MarkAppointment(stores.appointments(), stores.markings(), clock),
                        stores.blocks(), stores.resources()));
    }

    @Override
    public Optional<CommandResult> handle(ManagementCommand command, RequestContext context) {
        return switch (command) {
            case ResourceCommand ofResource -> resources.handle(ofResource, context);
            case PoolCommand ofPool -> pools.handle(ofPool, context);
            case VisitTypeCommand ofType -> visitTypes.handle(ofType, context);
            case BlockCommand ofBlock -> blocks.handle(ofBlock, context);
            case Keep mark -> keep.handle(mark, context);
        };
    }
}
