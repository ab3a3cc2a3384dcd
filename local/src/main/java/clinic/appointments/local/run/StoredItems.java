package clinic.appointments.local.run;

import java.util.List;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import com.fasterxml.jackson.databind.JsonNode;

/** The items of a stage's tables, read behind the gateway: without record, faults or policies. */
final class StoredItems {

    private StoredItems() {
    }

    /** Physical name of a table. */
    static String table(LocalStage stage, String id) {
        return stage.deployment().table(id).name();
    }

    /** All items of a table, in DynamoDB's JSON. */
    static List<JsonNode> of(LocalStage stage, String tableId) {
        return TableScan.items(stage, table(stage, tableId));
    }

    /** The text of an attribute; empty if the item has none of that name. */
    static String text(JsonNode item, String attribute) {
        return item.path(attribute).path("S").asText("");
    }
}
