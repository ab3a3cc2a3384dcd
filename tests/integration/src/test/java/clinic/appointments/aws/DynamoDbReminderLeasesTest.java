package clinic.appointments.aws;

import java.util.UUID;

import clinic.appointments.fixture.contract.ReminderLeasesContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.ReminderLeases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On tables of its own: the stage's reconciliation would find its appointments overdue. */
@ExtendWith(StageExtension.class)
class DynamoDbReminderLeasesTest extends ReminderLeasesContract {

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
