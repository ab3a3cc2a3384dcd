package clinic.appointments.aws;

import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MessageGroup;
import org.jspecify.annotations.Nullable;

/**
 * The group of the message that a thread is processing: what it sends meanwhile inherits the group, so that the work of
 * one client does not delay that of others in any queue.
 */
public final class GroupOfMessage {

    private static final ScopedValue<Optional<MessageGroup>> PRESENT = ScopedValue.newInstance();

    private final Optional<MessageGroup> ofAll;

    private GroupOfMessage(Optional<MessageGroup> ofAll) {
        this.ofAll = ofAll;
    }

    /** No group until a message is followed. */
    public static GroupOfMessage none() {
        return new GroupOfMessage(Optional.empty());
    }

    /** A group that every message shares. */
    public static GroupOfMessage always(MessageGroup group) {
        return new GroupOfMessage(Optional.of(group));
    }

    /** Processes a message, and takes over its group meanwhile. */
    public <T> T following(IncomingMessage message, Supplier<T> work) {
        return ScopedValue.where(PRESENT, message.group()).call(work::get);
    }

    /** The id of the group for SQS; null without a group. */
    @Nullable
    String id() {
        return ofAll.or(() -> PRESENT.orElse(Optional.empty())).map(MessageGroup::value).orElse(null);
    }
}
