package clinic.appointments.message;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import clinic.appointments.model.ClientId;

/**
 * A message group: the sender for whom a message is processed. When one group fills a queue, the queue delivers the
 * messages of other groups first (Amazon SQS Developer Guide, "Amazon SQS fair queues").
 */
public record MessageGroup(String value) {

    /** Letters, digits and punctuation of ASCII (Amazon SQS API Reference, SendMessage, MessageGroupId). */
    private static final Predicate<String> FORM = Pattern.compile("[!-~]{1,128}").asMatchPredicate();
    private static final Pattern TOO_LONG = Pattern.compile("^.*(.{128})$");

    /** The group of everything that the search for overdue work sends. */
    public static final MessageGroup RECONCILIATION = new MessageGroup("reconciliation");

    public MessageGroup {
        if (!FORM.test(value)) {
            throw new IllegalArgumentException("a message group must be 1 to 128 visible ASCII characters");
        }
    }

    /** Reads a group; empty when the text is not one. */
    public static Optional<MessageGroup> find(String text) {
        return Optional.of(text).filter(FORM).map(MessageGroup::new);
    }

    /** The group of a client; of a long name the end, where the names of users differ. */
    public static MessageGroup of(ClientId client) {
        return new MessageGroup(TOO_LONG.matcher(client.value()).replaceAll("$1"));
    }

    @Override
    public String toString() {
        return value;
    }
}
