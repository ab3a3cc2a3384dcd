package clinic.appointments.local.stage;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.call.AwsCalls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A scan of a whole table, behind the gateway. DynamoDB returns at most 1 MB at a time (DynamoDB: "Paginating the
 * results").
 */
public final class TableScan {

    private static final String LAST = "LastEvaluatedKey";

    private TableScan() {
    }

    /**
     * All items, in DynamoDB's JSON.
     *
     * @param table physical name
     */
    public static List<JsonNode> items(LocalStage stage, String table) {
        return items(stage, AwsCalls.body().put("TableName", table).put("ConsistentRead", true));
    }

    /**
     * The items that a request asks for.
     *
     * @param request body of the first Scan; changed in place
     */
    public static List<JsonNode> items(LocalStage stage, ObjectNode request) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page;
        do {
            page = stage.dynamoDb("Scan", request);
            page.path("Items").forEach(items::add);
            request.set("ExclusiveStartKey", page.path(LAST));
        } while (page.has(LAST));
        return items;
    }
}
