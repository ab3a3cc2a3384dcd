package clinic.appointments.local.page;

import java.math.BigDecimal;
import java.util.Map;

import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** DynamoDB's items without the types of their values. */
final class Items {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Items() {
    }

    /** An item, with its attributes in the order of their names. */
    static JsonNode plain(JsonNode item) {
        ObjectNode plain = JSON.objectNode();
        item.propertyStream().sorted(Map.Entry.comparingByKey())
                .forEach(attribute -> plain.set(attribute.getKey(), value(attribute.getValue())));
        return plain;
    }

    /** The key of an item that has its types; tables have one key, which is a string. */
    static String key(Table table, JsonNode item) {
        return item.path(table.keyName()).path("S").asText();
    }

    private static JsonNode value(JsonNode typed) {
        String type = typed.fieldNames().next();
        JsonNode value = typed.path(type);
        return switch (type) {
            case "M" -> plain(value);
            case "L" -> list(value);
            case "N" -> JSON.numberNode(new BigDecimal(value.asText()));
            case String _ -> value;
        };
    }

    private static ArrayNode list(JsonNode values) {
        ArrayNode list = JSON.arrayNode();
        values.forEach(each -> list.add(value(each)));
        return list;
    }
}
