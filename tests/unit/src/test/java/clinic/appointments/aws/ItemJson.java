package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in DynamoDB's own JSON, as its command line prints them. */
final class ItemJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemJson() {
    }

    static ObjectNode write(Map<String, AttributeValue> item) {
        ObjectNode written = JSON.createObjectNode();
        new TreeMap<>(item).forEach((name, value) -> written.set(name, write(value)));
        return written;
    }

    static Map<String, AttributeValue> read(JsonNode written) {
        Map<String, AttributeValue> item = new HashMap<>();
        written.properties().forEach(attribute -> item.put(attribute.getKey(), value(attribute.getValue())));
        return item;
    }

    private static JsonNode write(AttributeValue value) {
        ObjectNode written = JSON.createObjectNode();
        return switch (value.type()) {
            case S -> written.put("S", value.s());
            case N -> written.put("N", value.n());
            case B -> written.put("B", value.b().asByteArray());
            case M -> written.set("M", write(value.m()));
            case L -> written.set("L", list(value.l()));
            default -> throw new IllegalArgumentException("no item has a value of type " + value.type());
        };
    }

    private static ArrayNode list(List<AttributeValue> values) {
        ArrayNode written = JSON.createArrayNode();
        values.forEach(value -> written.add(write(value)));
        return written;
    }

    private static AttributeValue value(JsonNode written) {
        Map.Entry<String, JsonNode> typed = written.properties().iterator().next();
        JsonNode value = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes(value)));
            case "M" -> AttributeValue.fromM(read(value));
            case "L" -> AttributeValue.fromL(values(value));
            case String other -> throw new IllegalArgumentException("no item has a value of type " + other);
        };
    }

    private static byte[] bytes(JsonNode value) {
        return java.util.Base64.getDecoder().decode(value.asText());
    }

    private static List<AttributeValue> values(JsonNode written) {
        List<AttributeValue> values = new ArrayList<>();
        written.forEach(value -> values.add(value(value)));
        return values;
    }
}
