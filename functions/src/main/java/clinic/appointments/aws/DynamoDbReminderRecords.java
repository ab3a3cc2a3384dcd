package clinic.appointments.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.port.ReminderRecords;
import clinic.appointments.wire.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link ReminderRecords} as Powertools idempotency records. */
public final class DynamoDbReminderRecords implements ReminderRecords {

    private final DynamoDbIdempotencyStore store;

    /**
     * @param attemptIds supplies a new id each time, unique across processes
     */
    public DynamoDbReminderRecords(DynamoDbClient client, String table, InstantSource clock,
            Supplier<String> attemptIds) {
        this.store = new DynamoDbIdempotencyStore(client, table, RecordKind.REMINDER, clock, attemptIds);
    }

    @Override
    public Begun begin(AppointmentId appointment, ReminderKey reminder, Duration atMost) {
        try {
            store.begin(name(appointment, reminder), "", atMost);
            return new Begun.Fresh();
        } catch (RecordTakenException taken) {
            return taken.stored().isCompleted()
                    ? new Begun.Done()
                    : new Begun.InProgress(taken.stored().until());
        }
    }

    @Override
    public void complete(AppointmentId appointment, ReminderKey reminder) {
        store.complete(name(appointment, reminder), Json.object().put("state", "SENT"));
    }

    private static String name(AppointmentId appointment, ReminderKey reminder) {
        return appointment.value() + "/" + reminder;
    }
}
