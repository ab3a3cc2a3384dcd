package clinic.appointments.management;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Resources;

/** Defines a pool, replaces its members, or retires it. */
record ManagePool(Resources resources, InstantSource clock) implements CommandHandler<AppointmentCommand.PoolCommand> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.PoolCommand command, RequestContext context) {
        return switch (command) {
            case AppointmentCommand.DefinePool(var id, var members, var ifVersion) ->
                change(id, Optional.of(members), ifVersion, context);
            case AppointmentCommand.RetirePool(var id) -> change(id, Optional.empty(), Optional.empty(), context);
        };
    }

    private Optional<CommandResult> change(PoolId id, Optional<List<ResourceId>> members, Optional<Long> ifVersion,
            RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        DefinitionChange<Pool> change = new DefinitionChange<>(resources.find(id), writer, ifVersion);
        return change.answer().or(() -> save(new Pool(id, members, change.next(), writer, now), context));
    }

    private Optional<CommandResult> save(Pool next, RequestContext context) {
        return DefinitionChange.save(() -> resources.save(next),
                next.isRetired() ? Effect.POOL_RETIRED : Effect.POOL_DEFINED, context);
    }
}
