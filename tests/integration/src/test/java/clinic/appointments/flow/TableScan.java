package clinic.appointments.flow;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads tables of a stage past the service. */
record TableScan(LocalStage stage) {

    /**
     * All items.
     *
     * @param table physical name
     */
    List<JsonNode> items(String table) {
        List<JsonNode> items = new ArrayList<>();
        ObjectNode scan = Service.JSON.createObjectNode().put("TableName", table).put("ConsistentRead", true);
        JsonNode page;
        do {
            page = stage.dynamoDb("Scan", scan);
            page.path("Items").forEach(items::add);
            scan.set("ExclusiveStartKey", page.path("LastEvaluatedKey"));
        } while (page.has("LastEvaluatedKey"));
        return items;
    }
}
