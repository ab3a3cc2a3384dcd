package clinic.appointments.management;

import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Defined;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Writer;
import clinic.appointments.port.WriteResult;

/**
 * A change of what is defined. Queues reorder and redeliver: a request that was sent before the one that made the
 * stored version is overtaken and changes nothing, and so does a repeat.
 *
 * @param stored empty when nobody has defined it
 * @param ifVersion the version that it must have, 0 for what nobody has defined; empty for any
 */
record DefinitionChange<T extends Defined>(Optional<T> stored, Writer writer, Optional<Long> ifVersion) {

    /** The answer when nothing is to be written; empty when the change is to be made. */
    Optional<CommandResult> answer() {
        return isRepeated()
                ? Optional.of(new CommandResult.Done(Effect.REPEATED))
                : refusal().map(CommandResult.Rejected::new);
    }

    /** Claims the request's receipt and writes; empty when another delivery or another writer was faster. */
    static Optional<CommandResult> save(Supplier<WriteResult> write, Effect effect, RequestContext context) {
        return context.receipt().claim() && write.get() == WriteResult.WRITTEN
                ? Optional.of(new CommandResult.Done(effect))
                : Optional.empty();
    }

    /** The version after the change. */
    long next() {
        return version() + 1;
    }

    private boolean isRepeated() {
        return stored.map(Defined::writer).map(Writer::request).filter(writer.request()::equals).isPresent();
    }

    private Optional<RejectionReason> refusal() {
        if (stored.filter(defined -> defined.writer().isAfter(writer.sentAt())).isPresent()) {
            return Optional.of(RejectionReason.OVERTAKEN);
        }
        return ifVersion.filter(expected -> expected != version()).map(_ -> RejectionReason.VERSION_CONFLICT);
    }

    private long version() {
        return stored.map(Defined::version).orElse(0L);
    }
}
