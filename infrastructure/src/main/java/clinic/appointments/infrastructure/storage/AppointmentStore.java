package clinic.appointments.infrastructure.storage;

import java.util.List;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import software.constructs.Construct;

/** The four tables, and what each stage of the flow does to them. */
public final class AppointmentStore {

    /** A record that is there already comes back with the refused write: nothing reads it first. */
    private static final List<String> RECORD = List.of("dynamodb:UpdateItem");

    private final StoreTable appointments;
    private final StoreTable calendars;
    private final StoreTable patients;
    private final StoreTable idempotency;

    public AppointmentStore(Construct scope, DataKey key, DataSettings settings) {
        var tables = new TableFactory(scope, key.key(), settings);
        appointments = new StoreTable(tables.appointments(), EnvironmentKey.APPOINTMENTS_TABLE, key.key());
        calendars = new StoreTable(tables.calendars(), EnvironmentKey.CALENDARS_TABLE, key.key());
        patients = new StoreTable(tables.patients(), EnvironmentKey.PATIENTS_TABLE, key.key());
        idempotency = new StoreTable(tables.idempotency(), EnvironmentKey.IDEMPOTENCY_TABLE, key.key());
    }

    /** All tables with their indexes, for whoever watches them. */
    public List<WatchedTable> watched() {
        return List.of(appointments.watched(List.of(AppointmentsTable.BY_PATIENT, AppointmentsTable.BY_STATUS)),
                calendars.watched(List.of()), patients.watched(List.of(PatientsTable.BY_EMAIL, PatientsTable.BY_SIGN)),
                idempotency.watched(List.of()));
    }

    /** Lets a function book, change and release, register and erase patients, and keep receipts. */
    public void takesBookingsOf(ServiceFunction request) {
        appointments.opensTo(request, List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem",
                "dynamodb:UpdateItem"));
        appointments.opensIndexTo(request, AppointmentsTable.BY_PATIENT);
        calendars.opensTo(request, List.of("dynamodb:BatchGetItem", "dynamodb:PutItem"));
        patients.opensTo(request, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"));
        idempotency.opensTo(request, RECORD);
    }

    /** Lets a function confirm and complete appointments, by the patient's clock, and keep receipts. */
    public void takesConfirmationsOf(ServiceFunction confirmation) {
        appointments.opensTo(confirmation, List.of("dynamodb:GetItem", "dynamodb:PutItem"));
        patients.opensTo(confirmation, List.of("dynamodb:GetItem"));
        idempotency.opensTo(confirmation, RECORD);
    }

    /** Lets a function look up whom to remind, and mark what it did and whom it cannot reach. */
    public void takesReminderMarksOf(ServiceFunction reminder) {
        appointments.opensTo(reminder, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:UpdateItem"));
        patients.opensTo(reminder, List.of("dynamodb:GetItem", "dynamodb:UpdateItem"));
        idempotency.opensTo(reminder, RECORD);
    }

    /** Lets a function write the index of addresses anew; it may change patients already. */
    public void grantRebuildEmailIndex(ServiceFunction reminder) {
        patients.opensTo(reminder, List.of("dynamodb:Scan"));
    }

    /** Lets a function search appointments by their status. */
    public void isSearchedBy(ServiceFunction function) {
        appointments.opensIndexTo(function, AppointmentsTable.BY_STATUS);
    }

    /** Lets a function read appointments, calendars, patients and receipts. */
    public void answers(ServiceFunction query) {
        appointments.opensTo(query, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"));
        appointments.opensIndexTo(query, AppointmentsTable.BY_PATIENT);
        appointments.opensIndexTo(query, AppointmentsTable.BY_STATUS);
        calendars.opensTo(query, List.of("dynamodb:BatchGetItem"));
        patients.opensTo(query, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"));
        patients.opensIndexTo(query, PatientsTable.BY_EMAIL);
        patients.opensIndexTo(query, PatientsTable.BY_SIGN);
        idempotency.opensTo(query, List.of("dynamodb:GetItem"));
    }
}
