package clinic.appointments.local.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The senders of messages, which SQS reports to the receiver (SQS: "ReceiveMessage", SenderId). The engine knows only
 * addresses.
 */
final class Senders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> byMessage = new ConcurrentHashMap<>();

    /** The response to a call: of a sender it is remembered, to a receiver it names the senders. */
    ServiceResponse known(Caller caller, Call call, ServiceResponse reply) {
        if (call.service() != Service.SQS || reply.status() >= 300) {
            return reply;
        }
        return switch (call.action()) {
            case "SendMessage", "SendMessageBatch" -> remember(caller, reply);
            case "ReceiveMessage" -> named(reply);
            case String _ -> reply;
        };
    }

    private ServiceResponse remember(Caller caller, ServiceResponse reply) {
        parsed(reply).ifPresent(body -> Stream.concat(Stream.of(body), body.path("Successful").valueStream())
                .filter(sent -> sent.has("MessageId"))
                .forEach(sent -> byMessage.put(sent.path("MessageId").asText(), caller.senderId())));
        return reply;
    }

    private ServiceResponse named(ServiceResponse reply) {
        return parsed(reply).map(body -> {
            body.path("Messages").forEach(this::name);
            return new ServiceResponse(reply.status(), body.toString(), reply.errorType());
        }).orElse(reply);
    }

    private void name(JsonNode message) {
        String sender = byMessage.get(message.path("MessageId").asText());
        if (sender != null && message.path("Attributes") instanceof ObjectNode attributes
                && attributes.has("SenderId")) {
            attributes.put("SenderId", sender);
        }
    }

    private static Optional<JsonNode> parsed(ServiceResponse reply) {
        try {
            return Optional.of(JSON.readTree(reply.body()));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
