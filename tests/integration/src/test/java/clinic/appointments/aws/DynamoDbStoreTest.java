package clinic.appointments.aws;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.fixture.contract.StoreContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.run.LocalStage;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Patients;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(StageExtension.class)
class DynamoDbStoreTest extends StoreContract {

    private final DynamoDbClient client;
    private final BookingTables tables;

    DynamoDbStoreTest(LocalStage stage) {
        StageTables names = new StageTables(stage);
        client = names.client();
        tables = new BookingTables(names.name(PatientsTable.ID), names.name(AppointmentsTable.ID),
                names.name(CalendarsTable.ID));
    }

    @Override
    protected Bookings bookings() {
        return new DynamoDbBookings(client, tables);
    }

    @Override
    protected Appointments appointments() {
        return new DynamoDbAppointments(client, tables.appointments());
    }

    @Override
    protected AppointmentSearch search() {
        return new DynamoDbAppointmentSearch(client, tables.appointments());
    }

    @Override
    protected Calendars calendars() {
        return new DynamoDbCalendars(client, tables.calendars());
    }

    @Override
    protected Patients patients() {
        return new DynamoDbPatients(client, tables.patients());
    }
}
