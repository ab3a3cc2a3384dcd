package clinic.appointments.management;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Resource;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Resources;
import clinic.appointments.port.WriteResult;

/**
 * Defines a resource, replaces its definition, or retires it. Queues reorder and redeliver: a request that was sent
 * before the one that made the stored version is overtaken and changes nothing.
 *
 * @param clinic zone of a resource that is defined without one
 */
record ManageResource(Resources resources, ZoneId clinic, InstantSource clock)
        implements
            CommandHandler<AppointmentCommand.ResourceCommand> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ResourceCommand command, RequestContext context) {
        return change(switch (command) {
            case AppointmentCommand.DefineResource(var id, var zone, var details, var ifVersion) ->
                new ResourceChange(id, zone, Optional.of(details), ifVersion);
            case AppointmentCommand.RetireResource(var id) ->
                new ResourceChange(id, Optional.empty(), Optional.empty(), Optional.empty());
        }, context);
    }

    private Optional<CommandResult> change(ResourceChange change, RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        Optional<Resource> stored = resources.find(change.id());
        if (stored.map(Resource::writer).map(Writer::request).filter(writer.request()::equals).isPresent()) {
            return Optional.of(new CommandResult.Done(Effect.REPEATED));
        }
        Optional<RejectionReason> refusal = change.refusal(stored, writer);
        return refusal.isPresent()
                ? refusal.map(CommandResult.Rejected::new)
                : save(change.next(stored, clinic, writer, now), context);
    }

    private Optional<CommandResult> save(Resource next, RequestContext context) {
        return context.receipt().claim() && resources.save(next) == WriteResult.WRITTEN
                ? Optional.of(new CommandResult.Done(
                        next.isRetired() ? Effect.RESOURCE_RETIRED : Effect.RESOURCE_DEFINED))
                : Optional.empty();
    }
}
