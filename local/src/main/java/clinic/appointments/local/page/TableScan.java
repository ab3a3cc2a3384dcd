package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** All items of a table. A scan returns at most 1 MB at a time (DynamoDB: "Paginating the results"). */
final class TableScan {

    private static final String LAST = "LastEvaluatedKey";

    private TableScan() {
    }

    /** The items without the types of their values. */
    static List<JsonNode> items(LocalStage stage, Table table) {
        List<JsonNode> items = new ArrayList<>();
        ObjectNode request = AwsCalls.body().put("TableName", table.name());
        JsonNode page;
        do {
            page = stage.dynamoDb("Scan", request);
            page.path("Items").valueStream().map(Items::plain).forEach(items::add);
            request.set("ExclusiveStartKey", page.path(LAST));
        } while (page.has(LAST));
        return items;
    }
}
