package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.port.ReminderLeases;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link ReminderLeases} within the items of appointments. */
public final class DynamoDbReminderLeases implements ReminderLeases {

    private final DynamoDbClient client;
    private final AppointmentTable table;
    private final InstantSource clock;
    private final Supplier<String> attemptIds;

    /**
     * @param attemptIds supplies a new id each time, unique across processes: two attempts may start in one millisecond
     */
    public DynamoDbReminderLeases(DynamoDbClient client, AppointmentTable table, InstantSource clock,
            Supplier<String> attemptIds) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.attemptIds = attemptIds;
    }

    @Override
    public Acquisition acquire(AppointmentId appointment, ReminderKey reminder, Duration atMost) {
        Instant now = clock.instant();
        LeaseWrite write = new LeaseWrite(appointment, reminder,
                new ReminderLease(attemptIds.get(), now.plus(atMost)), now);
        try {
            return new Acquisition.Acquired(AppointmentItem.read(client.updateItem(write.request(table)).attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return refused.hasItem()
                    ? refused(AppointmentItem.read(refused.item()), write)
                    : new Acquisition.NoAppointment();
        }
    }

    /** After a lost response the SDK sends our own write again, which then fails its condition. */
    private static Acquisition refused(Appointment stored, LeaseWrite write) {
        Optional<ReminderLease> held = stored.reminder(write.reminder()).filter(Reminder::isOpen)
                .flatMap(Reminder::lease);
        return held.filter(write.lease()::equals).<Acquisition>map(_ -> new Acquisition.Acquired(stored))
                .or(() -> held.map(ReminderLease::until).map(Acquisition.Held::new))
                .orElseGet(Acquisition.NotOpen::new);
    }
}
