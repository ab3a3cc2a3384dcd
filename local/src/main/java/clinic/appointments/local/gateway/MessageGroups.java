package clinic.appointments.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The groups of messages in standard queues, which keep one sender from delaying the others (SQS: "Amazon SQS fair
 * queues"). The engine refuses them outside FIFO queues, so they are checked as SQS does and then taken off.
 */
final class MessageGroups {

    private static final String GROUP = "MessageGroupId";
    private static final Predicate<String> FORM = Pattern.compile("[!-~]{1,128}").asMatchPredicate();

    private MessageGroups() {
    }

    /** The answer of SQS to a group that it does not take; empty when the call can be forwarded. */
    static Optional<ServiceResponse> takeOff(Call call) {
        List<ObjectNode> messages = messages(call.body()).filter(message -> message.has(GROUP)).toList();
        boolean wellFormed = messages.stream().allMatch(message -> FORM.test(message.path(GROUP).asText()));
        messages.forEach(message -> message.remove(GROUP));
        return wellFormed ? Optional.empty()
                : Optional.of(call.service().answer(new Refusal("InvalidParameterValue",
                        "MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in"
                                + " length.")));
    }

    /** One message, or the entries of a batch; none for a FIFO queue, whose groups the engine knows. */
    private static Stream<ObjectNode> messages(JsonNode body) {
        return body.path("QueueUrl").asText().endsWith(".fifo") ? Stream.empty()
                : Stream.concat(Stream.of(body), body.path("Entries").valueStream())
                        .filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }
}
