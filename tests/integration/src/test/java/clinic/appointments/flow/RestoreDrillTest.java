package clinic.appointments.flow;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import clinic.appointments.aws.AppointmentTable;
import clinic.appointments.aws.CalendarRepair;
import clinic.appointments.aws.DynamoDbAppointments;
import clinic.appointments.aws.DynamoDbCalendars;
import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.contract.ResourcesTable;
import clinic.appointments.fixture.reference.Rules;
import clinic.appointments.fixture.trial.Names;
import clinic.appointments.fixture.trial.Place;
import clinic.appointments.fixture.trial.ServiceData;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import clinic.appointments.local.template.Table;
import clinic.appointments.model.CalendarDifference;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A restore gives every table as of an instant of its own. The drill copies the five tables at different instants, and
 * repairs the calendars from the appointments and blocks (runbook, "Restore the tables"). Then the invariants of the
 * histories hold.
 */
@ExtendWith(StageExtension.class)
class RestoreDrillTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    private final LocalStage stage;
    private final Service service;
    private final String patient = Service.unique("patient");
    private final String copy = Service.unique("restored");
    private final String blocked = Service.unique("block");

    RestoreDrillTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void theCalendarsAgreeWithTheAppointmentsAfterTheRepair() throws InterruptedException {
        service.register(patient);
        stage.awaitIdle();
        String kept = book("09:00", "09:30");
        String cancelledLater = book("10:00", "10:30");
        copy(PatientsTable.ID);
        copy(AppointmentsTable.ID);
        cancel(cancelledLater);
        String bookedLater = book("11:00", "11:30");
        block(blocked);
        copy(ResourcesTable.ID);
        unblock(blocked);
        copy(CalendarsTable.ID);
        copy(IdempotencyTable.ID);

        try (DynamoDbClient client = client()) {
            CalendarRepair repair = new CalendarRepair(client, new CalendarRepair.Tables(
                    copyOf(AppointmentsTable.ID), copyOf(CalendarsTable.ID), copyOf(ResourcesTable.ID)));
            List<CalendarDifference> different = repair.differences(LONG_AGO);
            assertThat(different).as("the drill has something to find").isNotEmpty();
            assertThat(different.stream().flatMap(difference -> difference.missingBlocks().stream()))
                    .extracting(entry -> entry.blockId().value()).contains(blocked);
            assertThat(entries()).contains(bookedLater).doesNotContain(cancelledLater);
            assertThat(violations(client, kept, cancelledLater)).as("the invariants see it, too").isNotEmpty();

            List<CalendarDifference> mended = new ArrayList<>();
            repair.mend(LONG_AGO, mended::add);
            assertThat(mended).containsExactlyInAnyOrderElementsOf(different);
            assertThat(repair.differences(LONG_AGO)).isEmpty();
            assertThat(entries()).contains(kept, cancelledLater).doesNotContain(bookedLater);
            assertThat(violations(client, kept, cancelledLater)).isEmpty();
        }
    }

    /** The day is blocked in the restored resources, and free again in the restored calendars. */
    private void block(String id) throws InterruptedException {
        service.send(QueueName.MANAGEMENT,
                Service.JSON.createObjectNode().put("type", "BLOCK").put("requestId", Service.unique("block"))
                        .put("blockId", id).put("resourceId", "room:" + patient)
                        .put("from", service.inDays(9).toString())
                        .put("to", service.inDays(9).toString()));
        stage.awaitIdle();
    }

    private void unblock(String id) throws InterruptedException {
        service.send(QueueName.MANAGEMENT,
                Service.JSON.createObjectNode().put("type", "UNBLOCK").put("requestId", Service.unique("lift"))
                        .put("blockId", id));
        stage.awaitIdle();
    }

    /** As every history is checked for; the stage has no terms of its own for rooms. */
    private List<String> violations(DynamoDbClient client, String... appointments) {
        ServiceData data = new ServiceData(
                new DynamoDbAppointments(client, new AppointmentTable(copyOf(AppointmentsTable.ID), 1, 1)),
                new DynamoDbCalendars(client, copyOf(CalendarsTable.ID)),
                new Place(service.inDays(9), ZoneId.of("Europe/Berlin")), new Names("none"));
        return data.violations(Rules.STRICT.withKind("room", Rules.Kind.PLAIN), List.of(appointments),
                List.of(new CalendarOwner.OfPatient(new PatientId(patient)),
                        new CalendarOwner.OfResource(ResourceId.of("room:" + patient))));
    }

    private String book(String start, String end) throws InterruptedException {
        String booked = service.book(Service.unique("book"), patient, service.inDays(9), start, end, "room:" + patient);
        stage.awaitIdle();
        assertThat(service.outcome(booked)).contains("ACCEPTED");
        return booked;
    }

    private void cancel(String appointment) throws InterruptedException {
        service.send(Service.unique("cancel"),
                Service.JSON.createObjectNode().put("type", "CANCEL").put("appointmentId", appointment));
        stage.awaitIdle();
    }

    /** Copies the items of this test: those of other tests are as old as time makes them. */
    private void copy(String id) {
        Table table = stage.deployment().table(id);
        ObjectNode create = table.createRequest().deepCopy();
        stage.dynamoDb("CreateTable", create.put("TableName", copyOf(id)));
        TableScan.items(stage, table.name()).stream().filter(item -> item.toString().contains(patient))
                .forEach(item -> stage
                        .dynamoDb("PutItem", ((ObjectNode) Service.JSON.createObjectNode().put("TableName", copyOf(id))
                                .set("Item", item))));
    }

    private String copyOf(String id) {
        return copy + "-" + id;
    }

    /** The appointments that the calendars name: an entry is bytes, of which the last are the id. */
    private String entries() {
        return TableScan.items(stage, copyOf(CalendarsTable.ID)).stream()
                .flatMap(day -> day.findValuesAsText("B").stream())
                .map(entry -> new String(Base64.getDecoder().decode(entry), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining(" "));
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder().endpointOverride(stage.dynamoDb())
                .region(Region.of(stage.deployment().region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .httpClient(UrlConnectionHttpClient.create()).build();
    }
}
