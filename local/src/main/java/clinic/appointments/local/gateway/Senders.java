package clinic.appointments.local.gateway;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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

    private static final int REFUSED = 300;

    private final Map<String, Caller> byMessage = new ConcurrentHashMap<>();
    /** Shared by the senders: a message can be received before its send has returned. */
    private final ReadWriteLock sending = new ReentrantReadWriteLock();

    /** The forwarding of one call to its engine. */
    interface Forward {

        ServiceResponse call() throws IOException, InterruptedException;
    }

    /** Forwards a call: the sender of a message is remembered, and the response to a receiver names it. */
    ServiceResponse forward(Caller caller, Call call, Forward forward) throws IOException, InterruptedException {
        return switch (call.service() == Service.SQS ? call.action() : "") {
            case "SendMessage", "SendMessageBatch" -> send(caller, forward);
            case "ReceiveMessage" -> receive(forward);
            case String _ -> forward.call();
        };
    }

    /** The sender of a message; empty if it did not pass the gateway. */
    Optional<Caller> of(String messageId) {
        return Optional.ofNullable(byMessage.get(messageId));
    }

    private ServiceResponse send(Caller caller, Forward forward) throws IOException, InterruptedException {
        sending.readLock().lock();
        try {
            return remember(caller, forward.call());
        } finally {
            sending.readLock().unlock();
        }
    }

    /** Names the senders when every send that has begun has returned. */
    private ServiceResponse receive(Forward forward) throws IOException, InterruptedException {
        ServiceResponse reply = forward.call();
        sending.writeLock().lock();
        try {
            return named(reply);
        } finally {
            sending.writeLock().unlock();
        }
    }

    private ServiceResponse remember(Caller caller, ServiceResponse reply) {
        parsed(reply).ifPresent(body -> Stream.concat(Stream.of(body), body.path("Successful").valueStream())
                .filter(sent -> sent.has("MessageId"))
                .forEach(sent -> byMessage.put(sent.path("MessageId").asText(), caller)));
        return reply;
    }

    private ServiceResponse named(ServiceResponse reply) {
        return parsed(reply).map(body -> {
            body.path("Messages").forEach(this::name);
            return new ServiceResponse(reply.status(), body.toString(), reply.errorType());
        }).orElse(reply);
    }

    private void name(JsonNode message) {
        Caller sender = byMessage.get(message.path("MessageId").asText());
        if (sender != null && message.path("Attributes") instanceof ObjectNode attributes
                && attributes.has("SenderId")) {
            attributes.put("SenderId", sender.senderId());
        }
    }

    private static Optional<JsonNode> parsed(ServiceResponse reply) {
        try {
            return reply.status() < REFUSED ? Optional.of(JSON.readTree(reply.body())) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
