package clinic.appointments.aws;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.fixture.FixedKey;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.port.UnresolvedRequests;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tables as the stage's template describes them, under names of their own, on its engine and past its gateway; nothing
 * in them expires. Deleted when closed.
 */
final class EngineTables implements AutoCloseable {

    private static final List<String> IDS = List.of(PatientsTable.ID, AppointmentsTable.ID, CalendarsTable.ID,
            IdempotencyTable.ID, ResourcesTable.ID);

    private static final Set<String> PLACE = Set.of(AppointmentsTable.OVERDUE_SHARD, AppointmentsTable.OVERDUE_FROM,
            AppointmentsTable.DAY_SHARD, AppointmentsTable.START_ORDER);

    private final DynamoDbClient client;
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    private EngineTables(DynamoDbClient client) {
        this.client = client;
    }

    static DynamoDbClient client(LocalStage stage) {
        return DynamoDbClient.builder().endpointOverride(stage.dynamoDb())
                .region(Region.of(stage.deployment().region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .httpClient(UrlConnectionHttpClient.create()).build();
    }

    static EngineTables create(LocalStage stage, DynamoDbClient client) {
        EngineTables tables = new EngineTables(client);
        stage.deployment().tables().stream().filter(table -> IDS.contains(table.id())).forEach(table -> {
            ObjectNode request = table.createRequest().deepCopy();
            stage.dynamoDb("CreateTable", request.put("TableName", tables.name(table.id())));
        });
        return tables;
    }

    /** The adapters, for one thread. */
    Ports ports() {
        MovableClock clock = new MovableClock();
        BookingTables names = ofBookings();
        DynamoDbReceipts receipts = receipts(clock);
        return new Ports(new DynamoDbBookings(client, names, receipts),
                new DynamoDbAppointments(client, names.appointments()),
                new DynamoDbMarkings(client, names.appointments(), receipts),
                new DynamoDbAppointmentSearch(client, names.appointments()),
                new DynamoDbCalendars(client, names.calendars()),
                new DynamoDbPatients(client, names.patients(), FixedKey.fingerprints("1")),
                new DynamoDbResources(client, names.resources()),
                new DynamoDbBlocks(client, names.resources(), names.calendars()),
                new DynamoDbUndeliverableMarks(client, names.patients()),
                receipts, unresolved(),
                new DynamoDbReminderLeases(client, names.appointments(), clock, EngineTables::attemptId), clock);
    }

    DynamoDbReceipts receipts(InstantSource clock) {
        return new DynamoDbReceipts(client, new ReceiptTable(name(IdempotencyTable.ID), 2), clock,
                EngineTables::attemptId,
                FixedKey.fingerprints("1"));
    }

    UnresolvedRequests unresolved() {
        return new DynamoDbUnresolvedRequests(client, new ReceiptTable(name(IdempotencyTable.ID), 2));
    }

    private static String attemptId() {
        return UUID.randomUUID().toString();
    }

    BookingTables ofBookings() {
        return new BookingTables(name(PatientsTable.ID), appointments(), name(CalendarsTable.ID),
                name(ResourcesTable.ID));
    }

    private AppointmentTable appointments() {
        return new AppointmentTable(name(AppointmentsTable.ID), 4, 3);
    }

    /** Ids of the appointments whose places in the sharded indexes are not those that follow from them. */
    List<String> misplaced() {
        return client.scanPaginator(scan -> scan.tableName(name(AppointmentsTable.ID)).consistentRead(true)).items()
                .stream()
                .filter(item -> !placeIn(item).equals(placeIn(appointments().item(AppointmentItem.read(item)))))
                .map(item -> item.get(AppointmentsTable.KEY).s()).toList();
    }

    private static Map<String, AttributeValue> placeIn(Map<String, AttributeValue> item) {
        return item.entrySet().stream().filter(attribute -> PLACE.contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void close() {
        IDS.forEach(id -> client.deleteTable(delete -> delete.tableName(name(id))));
    }

    private String name(String id) {
        return prefix + "-" + id;
    }
}
