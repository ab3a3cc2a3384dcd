package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** "Not there" and "could not look" are never the same (DynamoDB API Reference, BatchGetItem, UnprocessedKeys). */
class UnprocessedKeysTest {

    private final StubTable table = new StubTable();
    private final Appointment one = Given.requested(Given.booking("a", Given.slot("09:00", "09:30")));
    private final Appointment other = Given.requested(Given.booking("b", Given.slot("10:00", "10:30")));

    @Test
    void areAskedForAgainUntilAllOfThemAreRead() {
        table.put(one, other);
        table.leaveOut(2);
        table.leaveOut(1);

        assertThat(new DynamoDbAppointments(table, StubTable.TABLE).findAll(List.of(one.id(), other.id())))
                .containsExactly(one, other);
    }

    @Test
    void areNotTakenForAbsent() {
        table.put(one, other);
        for (int attempt = 0; attempt < 10; attempt++) {
            table.leaveOut(1);
        }

        assertThatThrownBy(
                () -> new DynamoDbAppointments(table, StubTable.TABLE).findAll(List.of(one.id(), other.id())))
                .isInstanceOf(ItemBatch.ItemsNotReadException.class);
    }

    @Test
    void makeNoNewAppointmentOfOneThatIsThere() {
        table.put(one);
        for (int attempt = 0; attempt < 10; attempt++) {
            table.leaveOut(1);
        }
        DynamoDbBookings bookings = new DynamoDbBookings(table,
                new BookingTables("patients", StubTable.TABLE, "calendars", "resources"), table.receipts());

        assertThatThrownBy(() -> bookings.situationOf(one.id(), Given.ADA, List.of(), List.of()))
                .isInstanceOf(ItemBatch.ItemsNotReadException.class);
    }

    @Test
    void thatAreReadAndNotThereAreAbsent() {
        table.put(one);

        assertThat(new DynamoDbAppointments(table, StubTable.TABLE)
                .findAll(List.of(one.id(), new AppointmentId("nothing")))).containsExactly(one);
    }
}
