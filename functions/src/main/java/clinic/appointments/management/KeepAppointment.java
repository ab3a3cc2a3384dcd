package clinic.appointments.management;

import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.MarkAppointment;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.KeepPolicy;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Resources;

/** Leaves a displaced appointment where it is: staff has decided that the block or the definition does not matter. */
record KeepAppointment(MarkAppointment mark, Blocks blocks, Resources resources)
        implements
            CommandHandler<AppointmentCommand.Keep> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Keep command, RequestContext context) {
        return mark.mark(command.appointmentId(), context, Effect.KEPT, (existing, provenance) -> switch (command
                .against()) {
            case Displacer.OfBlock(var block) ->
                KeepPolicy.againstBlock(blocks.find(block), command.resourceId(), existing, provenance);
            case Displacer.OfDefinition named ->
                KeepPolicy.againstDefinition(named, resources.find(named.resource()), existing, provenance);
        });
    }
}
