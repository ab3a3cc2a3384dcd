package clinic.appointments.benchmark;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Finds what DynamoDB Local does not count: of several items of one table in one transaction it reports those of equal
 * cost once, where AWS counts each (awslabs/amazon-dynamodb-local-samples, issue 31: since 3.0.0). Measured, not
 * assumed: an engine that counts right leaves nothing out.
 */
record Claims(LocalStage stage) {

    static final String USE = "not reported: equal claims of a transaction";

    Usage unreported(Booking booking) {
        return unreported(booking.calendarIds());
    }

    /** The calendar days that were just written are written again as they are: each alone, and together. */
    Usage unreported(List<String> calendarIds) {
        List<JsonNode> items = calendarIds.stream().map(this::item).toList();
        double alone = items.stream().mapToDouble(item -> units(List.of(item))).sum();
        return new Usage(Map.of(USE, alone - units(items)));
    }

    private JsonNode item(String id) {
        ObjectNode get = AwsCalls.body().put("TableName", table()).put("ConsistentRead", true);
        get.putObject("Key").putObject(CalendarsTable.KEY).put("S", id);
        JsonNode item = stage.dynamoDb("GetItem", get).path("Item");
        if (item.isMissingNode()) {
            throw new IllegalStateException("Nothing is claimed in " + id + ".");
        }
        return item;
    }

    private double units(List<JsonNode> items) {
        ObjectNode write = AwsCalls.body().put("ReturnConsumedCapacity", "TOTAL");
        var puts = write.putArray("TransactItems");
        items.forEach(item -> puts.addObject().putObject("Put").put("TableName", table()).set("Item", item));
        return stage.dynamoDb("TransactWriteItems", write).path("ConsumedCapacity").path(0).path("CapacityUnits")
                .asDouble();
    }

    private String table() {
        return stage.deployment().table(CalendarsTable.ID).name();
    }
}
