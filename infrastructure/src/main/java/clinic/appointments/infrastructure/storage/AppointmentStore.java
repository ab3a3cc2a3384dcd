package clinic.appointments.infrastructure.storage;

import java.util.List;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.constructs.Construct;

/** The five tables, and the grants for each stage of the flow. */
public final class AppointmentStore extends Construct {

    /** A record that exists already comes back with the refused write: nothing reads it first. */
    private static final List<String> RECORD = List.of("dynamodb:UpdateItem");

    private final IndexShards shards;
    private final StoreTable appointments;
    private final StoreTable calendars;
    private final StoreTable patients;
    private final StoreTable idempotency;
    private final StoreTable resources;

    public AppointmentStore(Construct scope, String id, AppointmentStoreProps props) {
        super(scope, id);
        shards = props.settings().shards();
        appointments = new StoreTable(this, AppointmentsTable.ID, appointments(), props);
        calendars = new StoreTable(this, CalendarsTable.ID, calendars(), props);
        patients = new StoreTable(this, PatientsTable.ID, patients(), props);
        idempotency = new StoreTable(this, IdempotencyTable.ID, idempotency(), props);
        resources = new StoreTable(this, ResourcesTable.ID, StoreTableProps.builder(EnvironmentKey.RESOURCES_TABLE)
                .partitionKey(ResourcesTable.KEY).build(), props);
    }

    private static StoreTableProps appointments() {
        return StoreTableProps.builder(EnvironmentKey.APPOINTMENTS_TABLE).partitionKey(AppointmentsTable.KEY)
                .timeToLive(AppointmentsTable.TTL)
                .index(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID, AppointmentsTable.START_AT)
                .index(AppointmentsTable.BY_STATUS, AppointmentsTable.DAY_SHARD, AppointmentsTable.START_ORDER,
                        AppointmentsTable.STATUS)
                .index(AppointmentsTable.BY_OVERDUE, AppointmentsTable.OVERDUE_SHARD, AppointmentsTable.OVERDUE_FROM)
                .build();
    }

    private static StoreTableProps calendars() {
        return StoreTableProps.builder(EnvironmentKey.CALENDARS_TABLE).partitionKey(CalendarsTable.KEY)
                .timeToLive(CalendarsTable.TTL).build();
    }

    private static StoreTableProps patients() {
        return StoreTableProps.builder(EnvironmentKey.PATIENTS_TABLE).partitionKey(PatientsTable.KEY)
                .index(PatientsTable.BY_EMAIL, PatientsTable.EMAIL_HASH)
                .index(PatientsTable.BY_SIGN, PatientsTable.SIGN, PatientsTable.SIGNED_AT).build();
    }

    private static StoreTableProps idempotency() {
        return StoreTableProps.builder(EnvironmentKey.IDEMPOTENCY_TABLE).partitionKey(IdempotencyTable.KEY)
                .timeToLive(IdempotencyTable.TTL)
                .index(IdempotencyTable.BY_UNRESOLVED, IdempotencyTable.UNRESOLVED_SHARD, IdempotencyTable.UNRESOLVED)
                .build();
    }

    /** All tables. */
    public List<StoreTable> tables() {
        return List.of(appointments, calendars, patients, idempotency, resources);
    }

    /** Lets a function book, change and release appointments, register and erase patients, and keep receipts. */
    public void grantReadWriteBookings(ServiceFunction function) {
        grantAppointments(function, List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem",
                "dynamodb:UpdateItem"));
        appointments.grantQueryIndex(function, AppointmentsTable.BY_PATIENT);
        calendars.grant(function, List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:UpdateItem"));
        patients.grant(function, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"));
        idempotency.grant(function, RECORD);
        resources.grant(function, List.of("dynamodb:BatchGetItem", "dynamodb:GetItem"));
    }

    /**
     * Lets a function define, retire and block resources, define and retire pools and visit types, find and mark whom
     * that displaces, and keep receipts.
     */
    public void grantReadWriteResources(ServiceFunction function) {
        grantAppointments(function, List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:UpdateItem"));
        calendars.grant(function, List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"));
        resources.grant(function, List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:ConditionCheckItem"));
        idempotency.grant(function, RECORD);
    }

    /** Lets a function confirm, complete and mark appointments, by the patient's clock, and keep receipts. */
    public void grantReadWriteConfirmations(ServiceFunction function) {
        grantAppointments(function, List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"));
        patients.grant(function, List.of("dynamodb:GetItem"));
        idempotency.grant(function, RECORD);
    }

    /** Lets a function lease reminders, read their patients, and record the outcome on both. */
    public void grantReadWriteReminders(ServiceFunction function) {
        grantAppointments(function, List.of("dynamodb:BatchGetItem", "dynamodb:UpdateItem"));
        patients.grant(function, List.of("dynamodb:GetItem", "dynamodb:UpdateItem"));
    }

    /** Lets a function mark patients whom e-mails do not reach. */
    public void grantMarkPatients(ServiceFunction function) {
        patients.grant(function, List.of("dynamodb:UpdateItem"));
    }

    /** Lets a function that already updates patients rebuild the index of e-mail addresses. */
    public void grantRebuildEmailIndex(ServiceFunction function) {
        patients.grant(function, List.of("dynamodb:Scan"));
    }

    /** Lets a function search appointments with overdue work. */
    public void grantQueryOverdue(ServiceFunction function) {
        appointments.grantQueryIndex(function, AppointmentsTable.BY_OVERDUE);
    }

    /** Lets a function give up requests of which nothing is heard any more. */
    public void grantGiveUpRequests(ServiceFunction function) {
        idempotency.grant(function, RECORD);
        idempotency.grantQueryIndex(function, IdempotencyTable.BY_UNRESOLVED);
    }

    private void grantAppointments(ServiceFunction function, List<String> actions) {
        appointments.grant(function, actions);
        function.addEnvironment(EnvironmentKey.OVERDUE_SHARDS.name(), Integer.toString(shards.overdue()));
        function.addEnvironment(EnvironmentKey.STATUS_SHARDS.name(), Integer.toString(shards.status()));
    }

    /** Lets a function read appointments, calendars, patients, resources and receipts. */
    public void grantReadData(ServiceFunction function) {
        grantAppointments(function, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"));
        appointments.grantQueryIndex(function, AppointmentsTable.BY_PATIENT);
        appointments.grantQueryIndex(function, AppointmentsTable.BY_STATUS);
        grantQueryOverdue(function);
        calendars.grant(function, List.of("dynamodb:BatchGetItem"));
        patients.grant(function, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"));
        patients.grantQueryIndex(function, PatientsTable.BY_EMAIL);
        patients.grantQueryIndex(function, PatientsTable.BY_SIGN);
        resources.grant(function, List.of("dynamodb:GetItem", "dynamodb:BatchGetItem"));
        idempotency.grant(function, List.of("dynamodb:GetItem"));
        idempotency.grantQueryIndex(function, IdempotencyTable.BY_UNRESOLVED);
    }
}
