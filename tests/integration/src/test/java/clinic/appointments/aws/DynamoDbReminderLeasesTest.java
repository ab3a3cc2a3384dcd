package clinic.appointments.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.contract.ReminderLeasesContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.ReminderLeases;
import clinic.appointments.port.ReminderLeases.Acquisition;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/** On tables of its own: the stage's reconciliation would find its appointments overdue. */
@ExtendWith(StageExtension.class)
class DynamoDbReminderLeasesTest extends ReminderLeasesContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DynamoDbClient client;
    private final EngineTables tables;

    DynamoDbReminderLeasesTest(LocalStage stage) {
        client = EngineTables.client(stage);
        tables = EngineTables.create(stage, client);
    }

    @AfterEach
    void delete() {
        tables.close();
        client.close();
    }

    @Test
    void isAcquiredAndEndedInAnAppointmentOfAnEarlierVersion() {
        Appointment known = former(Given.confirmed(Given.booking("former", Given.slot("09:00", "09:30"))));
        Reminder reminder = known.reminders().getFirst();
        Acquisition.Acquired ours = (Acquisition.Acquired) leases().acquire(known.id(), reminder.key(), MINUTE);
        assertThat(leases().acquire(known.id(), reminder.key(), MINUTE)).isInstanceOf(Acquisition.Held.class);
        assertThat(appointments().find(known.id())).contains(ours.appointment());
        appointments().update(ours.appointment(), reminder.in(ReminderState.SENT, Given.NOW));

        assertThat(appointments().find(known.id())).contains(known.with(reminder.in(ReminderState.SENT, Given.NOW)));
        assertThat(leases().acquire(known.id(), reminder.key(), MINUTE))
                .isEqualTo(new Acquisition.NotOpen(Optional.of(ReminderState.SENT)));
        assertThat(tables.misplaced()).isEmpty();
    }

    /** A lease that an earlier version has left, whose function may still be sending. */
    @Test
    void waitsForALeaseOfAnEarlierVersion() {
        Appointment known = Given.confirmed(Given.booking("former", Given.slot("09:00", "09:30")));
        Reminder reminder = known.reminders().getFirst();
        Appointment leased = former(
                known.with(reminder.leasedTo(new ReminderLease("attempt", clock.instant().plus(MINUTE)))));
        assertThat(leases().acquire(known.id(), reminder.key(), MINUTE))
                .isEqualTo(new Acquisition.Held(clock.instant().plus(MINUTE)));
        appointments().update(leased, reminder.in(ReminderState.SENT, Given.NOW));
        assertThat(appointments().find(known.id())).contains(known.with(reminder.in(ReminderState.SENT, Given.NOW)));
    }

    @Test
    void marksAndChangesAnAppointmentOfAnEarlierVersion() {
        Appointment known = former(Given.confirmed(Given.booking("former", Given.slot("09:00", "09:30"))));
        Reminder last = known.reminders().getLast();
        appointments().update(known, last.dueAt(last.dueAt().plusSeconds(60), Given.NOW));
        Appointment stored = appointments().find(known.id()).orElseThrow();
        Appointment completed = stored.completed(Given.provenance(new RequestId("done")), CompletionOutcome.NO_SHOW,
                Given.TERMS);

        assertThat(appointments().save(new Decision.Granted(Optional.of(known), completed, List.of())))
                .as("without the mark").isEqualTo(WriteResult.CONFLICT);
        assertThat(appointments().save(new Decision.Granted(Optional.of(stored), completed, List.of())))
                .isEqualTo(WriteResult.WRITTEN);
        assertThat(appointments().find(known.id())).contains(completed);
    }

    /** Stores an appointment as earlier versions did: of their attributes, conditions look at the reminders only. */
    private Appointment former(Appointment appointment) {
        Map<String, AttributeValue> item = tables.ofBookings().appointments().item(appointment);
        item.remove(ReminderItem.NAME);
        item.put(FormerReminderItem.NAME, AttributeValue.fromM(FormerReminderItem.of(appointment.reminders())));
        client.putItem(put -> put.tableName(tables.ofBookings().appointments().name()).item(item));
        return appointment;
    }

    @Override
    protected ReminderLeases leases() {
        return new DynamoDbReminderLeases(client, tables.ofBookings().appointments(), clock,
                () -> UUID.randomUUID().toString());
    }

    @Override
    protected Appointments appointments() {
        return new DynamoDbAppointments(client, tables.ofBookings().appointments());
    }

    @Override
    protected Bookings bookings() {
        return new DynamoDbBookings(client, tables.ofBookings(), tables.receipts(clock));
    }
}
