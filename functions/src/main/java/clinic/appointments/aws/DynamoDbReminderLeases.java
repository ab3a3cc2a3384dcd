package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.log.LogContext;
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
            return acquired(AppointmentItem.read(client.updateItem(write.request(table)).attributes()));
        } catch (ConditionalCheckFailedException refused) {
            return refused.hasItem()
                    ? refused(AppointmentItem.read(refused.item()), write)
                    : new Acquisition.NoAppointment();
        }
    }

    private Acquisition refused(Appointment stored, LeaseWrite write) {
        LogContext.read(stored);
        Optional<Reminder> found = stored.reminder(write.reminder());
        return found.filter(Reminder::isOpen).map(open -> refused(stored, open, write))
                .orElseGet(() -> notOpen(found));
    }

    private static Acquisition acquired(Appointment appointment) {
        LogContext.read(appointment);
        return new Acquisition.Acquired(appointment);
    }

    private static Acquisition notOpen(Optional<Reminder> closed) {
        closed.ifPresent(LogContext::closedBefore);
        return new Acquisition.NotOpen(closed.map(Reminder::state));
    }

    /** After a lost response the SDK sends our own write again, which then fails its condition. */
    private Acquisition refused(Appointment stored, Reminder open, LeaseWrite write) {
        return open.lease().filter(write.lease()::equals).<Acquisition>map(_ -> new Acquisition.Acquired(stored))
                .or(() -> open.lease().map(ReminderLease::until).filter(until -> !until.isBefore(write.now()))
                        .map(Acquisition.Held::new))
                .orElseGet(() -> acquireFormer(stored, open.leasedTo(write.lease()), write.now()));
    }

    /** Acquires the lease of a reminder that an earlier version has stored, in another form; others may be faster. */
    private Acquisition acquireFormer(Appointment stored, Reminder leased, Instant now) {
        try {
            client.updateItem(new ReminderWrite(table, stored, leased).request());
            return new Acquisition.Acquired(stored.with(leased));
        } catch (ConditionalCheckFailedException faster) {
            return new Acquisition.Held(now);
        }
    }
}
