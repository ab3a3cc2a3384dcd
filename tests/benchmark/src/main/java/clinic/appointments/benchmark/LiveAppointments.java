package clinic.appointments.benchmark;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Confirmed appointments of the days to come: copies of one that the service booked, each in a shard by its number. */
final class LiveAppointments {

    /** BatchWriteItem takes no more (DynamoDB API Reference). */
    private static final int BATCH = 25;

    private final LocalStage stage;
    private final String table;
    private final ObjectNode booked;
    private int count;

    LiveAppointments(LocalStage stage) throws InterruptedException {
        this.stage = stage;
        table = stage.deployment().table(AppointmentsTable.ID).name();
        booked = book();
    }

    private ObjectNode book() throws InterruptedException {
        Bookings bookings = new Bookings(stage);
        String id = bookings.book(
                new Booking(bookings.register(), bookings.freeDay(), LocalTime.of(9, 0), List.of()));
        ObjectNode get = AwsCalls.body().put("TableName", table);
        get.putObject("Key").putObject(AppointmentsTable.KEY).put("S", id);
        return (ObjectNode) stage.dynamoDb("GetItem", get).path("Item");
    }

    /** Copies until there are so many; the one that was booked counts not. */
    void fillUpTo(int wanted) {
        while (count < wanted) {
            write(Math.min(BATCH, wanted - count));
        }
    }

    private void write(int copies) {
        ObjectNode batch = AwsCalls.body();
        ArrayNode puts = batch.putObject("RequestItems").putArray(table);
        for (int copy = 0; copy < copies; copy++) {
            puts.addObject().putObject("PutRequest").set("Item", next());
        }
        JsonNode answer = stage.dynamoDb("BatchWriteItem", batch);
        if (!answer.path("UnprocessedItems").isEmpty()) {
            throw new IllegalStateException("The engine has left items unprocessed.");
        }
    }

    private ObjectNode next() {
        ObjectNode item = booked.deepCopy();
        item.putObject(AppointmentsTable.KEY).put("S", UUID.randomUUID().toString());
        item.putObject(AppointmentsTable.OVERDUE_SHARD).put("S", Integer.toString(count % 4));
        count++;
        return item;
    }
}
