package clinic.appointments.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One action of a DynamoDB call on one table. A transaction consists of one action for each of its items (DynamoDB:
 * "Managing complex workflows with DynamoDB transactions").
 *
 * @param table name or ARN
 */
record TableAccess(String action, String table, Optional<String> index) {

    static List<TableAccess> of(Call call) {
        JsonNode body = call.body();
        return switch (call.action()) {
            case "BatchGetItem", "BatchWriteItem" -> body.path("RequestItems").propertyStream()
                    .map(table -> new TableAccess(call.action(), table.getKey(), Optional.empty())).toList();
            case "TransactWriteItems", "TransactGetItems" -> items(body);
            default -> List.of(ofOneTable(call.action(), body));
        };
    }

    private static TableAccess ofOneTable(String action, JsonNode body) {
        JsonNode index = body.path("IndexName");
        return new TableAccess(action, body.path("TableName").asText(),
                index.isMissingNode() ? Optional.empty() : Optional.of(index.asText()));
    }

    private static List<TableAccess> items(JsonNode body) {
        return StreamSupport.stream(body.path("TransactItems").spliterator(), false).flatMap(JsonNode::propertyStream)
                .map(item -> ofOneTable(itemAction(item.getKey()), item.getValue())).toList();
    }

    private static String itemAction(String kind) {
        return kind.equals("ConditionCheck") ? "ConditionCheckItem" : kind + "Item";
    }
}
