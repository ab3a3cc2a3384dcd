package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Sends messages as an operator does, with the ids of their requests: the runbook's {@code send_on} with calls to the
 * gateway.
 */
record DeadLetters(LocalStage stage) {

    static final String PARKED = "parkedReason";
    private static final int MAX_CALLS = 1_000;
    /** Long enough to see each message once. */
    private static final int HIDDEN_SECONDS = 60;

    /** Sends the messages of a dead-letter queue to another; parked ones stay, because they would be parked again. */
    String sendBack(String from, String to) {
        List<JsonNode> parked = new ArrayList<>();
        int sent = 0;
        for (int call = 0; call < MAX_CALLS; call++) {
            JsonNode message = next(from);
            if (message.isMissingNode()) {
                break;
            }
            if (message.path("MessageAttributes").has(PARKED)) {
                parked.add(message);
            } else {
                sendOn(message, from, to);
                sent++;
            }
        }
        parked.forEach(message -> showAgain(from, message));
        return "%d sent to %s, %d parked ones stay".formatted(sent, to, parked.size());
    }

    /** Sends one message of a dead-letter queue to another; it is looked for among all of them. */
    String sendBack(String messageId, String from, String to) {
        List<JsonNode> others = new ArrayList<>();
        JsonNode message = next(from);
        while (!message.isMissingNode() && !message.path("MessageId").asText().equals(messageId)
                && others.size() < MAX_CALLS) {
            others.add(message);
            message = next(from);
        }
        others.forEach(other -> showAgain(from, other));
        if (message.isMissingNode()) {
            throw new RefusedCommandException("No such message can be received from " + from + " now.");
        }
        sendOn(message, from, to);
        return "sent to " + to;
    }

    /** Sends a copy of a message to the queue in which it is or was. */
    String copy(MessageTrail message, String queue) {
        return stage.send(queue, message.body(), message.attributes());
    }

    private JsonNode next(String queue) {
        ObjectNode request = AwsCalls.body().put("MaxNumberOfMessages", 1).put("VisibilityTimeout", HIDDEN_SECONDS);
        request.putArray("MessageAttributeNames").add("All");
        request.putArray("AttributeNames").add("All");
        return stage.sqs(queue, "ReceiveMessage", request).path("Messages").path(0);
    }

    private void sendOn(JsonNode message, String from, String to) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("requestId", message.path("MessageId").asText());
        attributes.put("sentAt", message.path("Attributes").path("SentTimestamp").asText());
        message.path("MessageAttributes").propertyStream().filter(each -> !isOfService(each.getKey()))
                .forEach(each -> attributes.put(each.getKey(), each.getValue().path("StringValue").asText()));
        stage.send(to, message.path("Body").asText(), attributes);
        stage.sqs(from, "DeleteMessage", handle(message));
    }

    /** EventBridge Scheduler names its attributes in capitals. */
    private static boolean isOfService(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    private void showAgain(String queue, JsonNode message) {
        stage.sqs(queue, "ChangeMessageVisibility", handle(message).put("VisibilityTimeout", 0));
    }

    private static ObjectNode handle(JsonNode message) {
        return AwsCalls.body().put("ReceiptHandle", message.path("ReceiptHandle").asText());
    }
}
