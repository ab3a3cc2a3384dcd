package clinic.appointments.local.page;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that a consumer has received and that is still in its queue. With the handle of that receive, the operator
 * does to it what the consumer could do.
 *
 * @param queue logical id of its queue
 * @param handle of the latest receive
 */
record HeldMessage(LocalStage stage, String queue, MessageTrail message, String handle) {

    /** From the receive on (Amazon SQS API Reference, "ChangeMessageVisibility"). */
    private static final Duration MAX_DELAY = Duration.ofHours(12);

    /** A message in its queue; refuses one that nobody has received: SQS gives a handle with a receive only. */
    static HeldMessage of(LocalStage stage, String queue, MessageTrail message) {
        if (!message.isPresent()) {
            throw new RefusedCommandException("The message has left its queue; send a copy.");
        }
        return new HeldMessage(stage, queue, message, message.receipt().orElseThrow(
                () -> new RefusedCommandException("Nobody has received the message yet, so it has no handle.")));
    }

    /** Lets the next receive find the message after that time. */
    String show(Duration after) {
        if (after.isNegative() || after.compareTo(MAX_DELAY) > 0) {
            throw new RefusedCommandException("SQS hides a message for 12 hours at most.");
        }
        stage.sqs(queue, "ChangeMessageVisibility", request().put("VisibilityTimeout", after.toSeconds()));
        return message.messageId() + " is visible "
                + (after.isZero() ? "now" : "in " + Times.text(after));
    }

    /** Sends the message to its dead-letter queue, under its request's id, and deletes it here. */
    String bury(String deadLetters) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("requestId", message.messageId());
        attributes.put("sentAt", Long.toString(message.sentAt().toEpochMilli()));
        attributes.putAll(message.attributes());
        String letter = stage.send(deadLetters, message.body(), attributes);
        stage.sqs(queue, "DeleteMessage", request());
        return "in " + deadLetters + " as " + letter;
    }

    private ObjectNode request() {
        return AwsCalls.body().put("ReceiptHandle", handle);
    }
}
