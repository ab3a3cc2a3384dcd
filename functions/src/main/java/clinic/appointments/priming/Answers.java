package clinic.appointments.priming;

import java.util.Base64;
import java.util.Map;

import clinic.appointments.priming.HttpExchange.Call;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The answers of AWS to the calls of a function that is primed: items of the {@link Script} are read, writes succeed
 * and change nothing.
 */
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "priming";
    private static final int MAC_LENGTH = 32;
    private static final String ANY = "*";
    private static final double UNITS = 0.5;

    private final JsonNode stored;

    Answers(Script script) {
        this.stored = script.stored();
    }

    byte[] to(Call call) throws JsonProcessingException {
        JsonNode request = call.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(call.body());
        return JSON.writeValueAsBytes(withCapacity(answer(call, request), request));
    }

    /** X-Ray asks DynamoDB for the capacity that a call has consumed. */
    private static JsonNode withCapacity(ObjectNode answer, JsonNode request) {
        if (request.has("TableName")) {
            answer.set("ConsumedCapacity", capacity(request.path("TableName").asText()));
        } else if (request.has("RequestItems") || request.has("TransactItems")) {
            answer.putArray("ConsumedCapacity").add(capacity(NAME));
        }
        return answer;
    }

    private static ObjectNode capacity(String table) {
        ObjectNode capacity = object().put("TableName", table).put("CapacityUnits", UNITS);
        capacity.putObject("Table").put("CapacityUnits", UNITS);
        capacity.putObject("GlobalSecondaryIndexes").putObject(NAME).put("CapacityUnits", UNITS);
        return capacity;
    }

    private ObjectNode answer(Call call, JsonNode request) {
        return switch (call.operation()) {
            case "GetItem" -> item(request, "Item");
            case "UpdateItem" -> updated(request);
            case "BatchGetItem" -> batch(request.path("RequestItems"));
            case "TransactGetItems" -> snapshot(request.path("TransactItems"));
            case "Query" -> found(request);
            case "SendMessage" -> Checksums.ofSent(request, NAME);
            case "SendMessageBatch" -> sent(request.path("Entries"));
            case "GenerateMac" -> object().put("KeyId", NAME).put("MacAlgorithm", "HMAC_SHA_256").put("Mac",
                    Base64.getEncoder().encodeToString(new byte[MAC_LENGTH]));
            case String other -> call.path().startsWith("/credentials") ? credentials() : other(call);
        };
    }

    private static ObjectNode other(Call call) {
        return call.path().startsWith("/schedules/") ? object().put("ScheduleArn", NAME)
                : object().put("MessageId", NAME);
    }

    private static ObjectNode credentials() {
        return object().put("AccessKeyId", NAME).put("SecretAccessKey", NAME).put("Token", NAME).put("Expiration",
                "2999-01-01T00:00:00Z");
    }

    private ObjectNode item(JsonNode request, String field) {
        ObjectNode answer = object();
        JsonNode item = item(request.path("TableName").asText(), request.path("Key"));
        if (item.isObject()) {
            answer.set(field, item);
        }
        return answer;
    }

    /** A record that nobody has written is as its first writer left it. */
    private ObjectNode updated(JsonNode request) {
        ObjectNode known = item(request, "Attributes");
        JsonNode first = stored.path(request.path("TableName").asText()).path(ANY);
        return known.isEmpty() && first.isObject() ? object().<ObjectNode>set("Attributes", first) : known;
    }

    /** An item's key has one attribute, which is a text. */
    private JsonNode item(String table, JsonNode key) {
        return stored.path(table).path(key.elements().next().path("S").asText());
    }

    private ObjectNode batch(JsonNode wanted) {
        ObjectNode answer = object();
        ObjectNode responses = answer.putObject("Responses");
        for (Map.Entry<String, JsonNode> table : wanted.properties()) {
            ArrayNode items = responses.putArray(table.getKey());
            table.getValue().path("Keys").forEach(key -> {
                JsonNode item = item(table.getKey(), key);
                if (item.isObject()) {
                    items.add(item);
                }
            });
        }
        answer.putObject("UnprocessedKeys");
        return answer;
    }

    private ObjectNode snapshot(JsonNode wanted) {
        ObjectNode answer = object();
        ArrayNode responses = answer.putArray("Responses");
        wanted.forEach(each -> responses.add(item(each.path("Get"), "Item")));
        return answer;
    }

    private ObjectNode found(JsonNode request) {
        JsonNode items = stored.path("indexes").path(request.path("IndexName").asText());
        ObjectNode answer = object().put("Count", items.size()).put("ScannedCount", items.size());
        answer.putArray("Items").addAll((ArrayNode) items.deepCopy());
        return answer;
    }

    private static ObjectNode sent(JsonNode entries) {
        ObjectNode answer = object();
        ArrayNode successful = answer.putArray("Successful");
        entries.forEach(entry -> successful.add(Checksums.ofSent(entry, NAME).put("Id", entry.path("Id").asText())));
        answer.putArray("Failed");
        return answer;
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
