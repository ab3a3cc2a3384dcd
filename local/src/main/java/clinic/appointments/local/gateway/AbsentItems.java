package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The reads of items that do not exist. DynamoDB bills each like the smallest item (Amazon DynamoDB Developer Guide,
 * "DynamoDB read and write operations"); its local engine does not report them.
 */
record AbsentItems(Call call, JsonNode response) {

    private static final double HALF_A_UNIT = 0.5;
    private static final double UNITS_IN_A_TRANSACTION = 2;

    /** Read units on top of the reported ones. */
    double units(Capacity reported) {
        return switch (call.action()) {
            case "GetItem", "Query" -> reported.read() > 0 ? 0 : unit(call.body());
            case "BatchGetItem" -> call.body().path("RequestItems").propertyStream()
                    .mapToDouble(table -> absent(table.getKey(), table.getValue()) * unit(table.getValue())).sum();
            case "TransactGetItems" -> response.path("Responses").valueStream().filter(item -> !item.has("Item"))
                    .count() * UNITS_IN_A_TRANSACTION;
            default -> 0;
        };
    }

    private int absent(String table, JsonNode requested) {
        return requested.path("Keys").size() - response.path("Responses").path(table).size()
                - response.path("UnprocessedKeys").path(table).path("Keys").size();
    }

    private static double unit(JsonNode read) {
        return read.path("ConsistentRead").asBoolean() ? 1 : HALF_A_UNIT;
    }
}
