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
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Resources;

/**
 * Defines a resource, replaces its definition, or retires it.
 *
 * @param clinic zone of a resource that is defined without one
 */
record ManageResource(Resources resources, ZoneId clinic, InstantSource clock)
        implements
            CommandHandler<AppointmentCommand.ResourceCommand> {

    /**
     * What a client wants of a resource.
     *
     * @param zone empty to keep the resource's zone
     * @param details empty to retire it
     * @param ifVersion the version that it must have, 0 for none; empty for any
     */
    private record Wanted(ResourceId id, Optional<ZoneId> zone, Optional<ResourceDetails> details,
            Optional<Long> ifVersion) {

        boolean changesZone(ZoneId fixed) {
            return zone.filter(other -> !other.equals(fixed)).isPresent();
        }
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ResourceCommand command, RequestContext context) {
        return change(switch (command) {
            case AppointmentCommand.DefineResource(var id, var zone, var details, var ifVersion) ->
                new Wanted(id, zone, Optional.of(details), ifVersion);
            case AppointmentCommand.RetireResource(var id) ->
                new Wanted(id, Optional.empty(), Optional.empty(), Optional.empty());
        }, context);
    }

    private Optional<CommandResult> change(Wanted wanted, RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        DefinitionChange<Resource> change = new DefinitionChange<>(resources.find(wanted.id()), writer,
                wanted.ifVersion());
        Optional<ZoneId> zone = change.stored().map(Resource::zone);
        return change.answer()
                .or(() -> zone.filter(wanted::changesZone)
                        .map(_ -> new CommandResult.Rejected(RejectionReason.TIME_ZONE_FIXED)))
                .or(() -> save(new Resource(wanted.id(), zone.or(wanted::zone).orElse(clinic), wanted.details(),
                        change.next(), writer, now), context));
    }

    private Optional<CommandResult> save(Resource next, RequestContext context) {
        return DefinitionChange.save(() -> resources.save(next),
                next.isRetired() ? Effect.RESOURCE_RETIRED : Effect.RESOURCE_DEFINED, context);
    }
}
