package clinic.appointments.local.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The items that calls have written, the latest {@value #MAX_VERSIONS}. An update is made to return its item, which
 * costs no capacity (DynamoDB API Reference: "UpdateItem", ReturnValues), unless the caller asks for something else;
 * updates within transactions return none and are left out. Safe for use by several threads.
 */
final class ItemVersions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_VERSIONS = 20_000;
    private static final int OK = 200;
    private static final String WANTED = "ReturnValues";
    private static final String ALL_NEW = "ALL_NEW";
    private static final String RETURNED = "Attributes";

    private final Deque<ItemVersion> versions = new ArrayDeque<>();

    /** Forwards a call to DynamoDB and keeps what it has written. */
    ServiceResponse forward(Caller caller, Call call, Senders.Forward forward)
            throws IOException, InterruptedException {
        boolean asked = ask(call);
        ServiceResponse reply = forward.call();
        if (call.service() != Service.DYNAMODB || reply.status() != OK) {
            return reply;
        }
        Instant now = Instant.now();
        written(call.action(), call.body(), reply).forEach(write -> add(new ItemVersion(now, caller.id(), write.table(),
                write.item(), write.isDeleted())));
        return asked ? withoutItem(reply) : reply;
    }

    /** The versions that match, oldest first. */
    synchronized List<ItemVersion> matching(Predicate<ItemVersion> wanted) {
        return versions.stream().filter(wanted).toList();
    }

    private synchronized void add(ItemVersion version) {
        if (versions.size() == MAX_VERSIONS) {
            versions.removeFirst();
        }
        versions.addLast(version);
    }

    /** Makes an update return its item, and tells whether it did. */
    private static boolean ask(Call call) {
        if (call.service() == Service.DYNAMODB && call.action().equals("UpdateItem")
                && call.body() instanceof ObjectNode body && !body.has(WANTED)) {
            body.put(WANTED, ALL_NEW);
            return true;
        }
        return false;
    }

    private record Write(String table, JsonNode item, boolean isDeleted) {

        static Write of(JsonNode body, JsonNode item, boolean isDeleted) {
            String table = body.path("TableName").asText();
            return new Write(table.substring(table.lastIndexOf('/') + 1), item, isDeleted);
        }
    }

    private static Stream<Write> written(String action, JsonNode body, ServiceResponse reply) {
        return switch (action) {
            case "PutItem" -> Stream.of(Write.of(body, body.path("Item"), false));
            case "DeleteItem" -> Stream.of(Write.of(body, body.path("Key"), true));
            case "UpdateItem" -> body.path(WANTED).asText().equals(ALL_NEW)
                    ? Stream.of(Write.of(body, item(reply), false))
                    : Stream.empty();
            case "TransactWriteItems" -> body.path("TransactItems").valueStream().flatMap(JsonNode::propertyStream)
                    .flatMap(part -> written(part.getKey() + "Item", part.getValue(), reply));
            case String _ -> Stream.empty();
        };
    }

    private static JsonNode item(ServiceResponse reply) {
        return parsed(reply).<JsonNode>map(body -> body.path(RETURNED)).orElseGet(JSON::createObjectNode);
    }

    private static ServiceResponse withoutItem(ServiceResponse reply) {
        return parsed(reply).map(body -> new ServiceResponse(reply.status(), body.without(RETURNED).toString(),
                reply.errorType())).orElse(reply);
    }

    private static Optional<ObjectNode> parsed(ServiceResponse reply) {
        try {
            return JSON.readTree(reply.body()) instanceof ObjectNode body ? Optional.of(body) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
