package clinic.appointments.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.port.ReminderRecords;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link ReminderRecords} as Powertools idempotency records. */
public final class DynamoDbReminderRecords implements ReminderRecords {

    private final DynamoDbIdempotencyStore store;

    /**
     * @param attemptIds supplies a new id each time, unique across processes
     */
    public DynamoDbReminderRecords(DynamoDbClient client, String table, InstantSource clock,
            Supplier<String> attemptIds) {
        this.store = DynamoDbIdempotencyStore.of(client, table, RecordKind.REMINDER, clock, attemptIds);
    }

    @Override
    public Begun begin(AppointmentId appointment, ReminderKey reminder, Duration atMost) {
        try {
            store.begin(record(appointment, reminder), atMost);
            return new Begun.Fresh();
        } catch (RecordTakenException taken) {
            return taken.stored().isCompleted()
                    ? new Begun.Done()
                    : new Begun.InProgress(taken.stored().until());
        }
    }

    @Override
    public void complete(AppointmentId appointment, ReminderKey reminder) {
        store.saveSuccess(record(appointment, reminder), Map.of("state", "SENT"), store.now());
    }

    private static JsonNode record(AppointmentId appointment, ReminderKey reminder) {
        return Json.object().put("key", appointment.value() + "/" + reminder);
    }
}
