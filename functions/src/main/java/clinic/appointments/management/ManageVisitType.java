package clinic.appointments.management;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Resources;

/** Defines a visit type, replaces its definition, or retires it. */
record ManageVisitType(Resources resources, InstantSource clock)
        implements
            CommandHandler<AppointmentCommand.VisitTypeCommand> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.VisitTypeCommand command, RequestContext context) {
        return switch (command) {
            case AppointmentCommand.DefineVisitType(var id, var details, var ifVersion) ->
                change(id, Optional.of(details), ifVersion, context);
            case AppointmentCommand.RetireVisitType(var id) ->
                change(id, Optional.empty(), Optional.empty(), context);
        };
    }

    private Optional<CommandResult> change(VisitTypeId id, Optional<VisitTypeDetails> details,
            Optional<Long> ifVersion, RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        DefinitionChange<VisitType> change = new DefinitionChange<>(resources.find(id), writer, ifVersion);
        return change.answer().or(() -> save(new VisitType(id, details, change.next(), writer, now), context));
    }

    private Optional<CommandResult> save(VisitType next, RequestContext context) {
        return DefinitionChange.save(() -> resources.save(next),
                next.isRetired() ? Effect.VISIT_TYPE_RETIRED : Effect.VISIT_TYPE_DEFINED, context);
    }
}
