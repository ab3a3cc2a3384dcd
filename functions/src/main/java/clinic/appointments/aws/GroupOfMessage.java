package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MessageGroup;
import org.jspecify.annotations.Nullable;

/**
 * The group of the message that a function is processing: what it sends meanwhile inherits the group, so that the work
 * of one client does not delay that of others in any queue. A function processes one message after another.
 */
public final class GroupOfMessage {

    private volatile Optional<MessageGroup> present;

    private GroupOfMessage(Optional<MessageGroup> present) {
        this.present = present;
    }

    /** No group until a message is followed. */
    public static GroupOfMessage none() {
        return new GroupOfMessage(Optional.empty());
    }

    /** A group that every message shares. */
    public static GroupOfMessage always(MessageGroup group) {
        return new GroupOfMessage(Optional.of(group));
    }

    /** Takes over the group of the message that is processed next. */
    public void follow(IncomingMessage message) {
        present = message.group();
    }

    /** The id of the group for SQS; null without a group. */
    @Nullable
    String id() {
        return present.map(MessageGroup::value).orElse(null);
    }
}
