package clinic.appointments.local.run;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.page.Invariants.Finding;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Each invariant holds after a booking, and is broken by what a test plants behind the service's back. */
@ExtendWith(StageExtension.class)
class StageInvariantsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_AHEAD = 53;

    private final LocalStage stage;
    private final String name = "inv-" + UUID.randomUUID().toString().substring(0, 12);

    StageInvariantsTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void holdAfterABooking() throws InterruptedException {
        book();
        assertThat(StageInvariants.of(stage).check()).hasSize(6)
                .allSatisfy(finding -> assertThat(finding.broken()).noneMatch(line -> line.contains(name)));
    }

    @Test
    void missAClaim() throws InterruptedException {
        book();
        ObjectNode key = JSON.createObjectNode();
        key.putObject(CalendarsTable.KEY).put("S", "resource#room:%s#%s".formatted(name, date()));
        JsonNode day = stage.dynamoDb("DeleteItem",
                request(CalendarsTable.ID, "Key", key).put("ReturnValues", "ALL_OLD")).path("Attributes");
        assertThat(broken("Calendars and appointments agree.")).anyMatch(line -> line.contains(name));

        stage.dynamoDb("PutItem", request(CalendarsTable.ID, "Item", (ObjectNode) day));
        assertThat(broken("Calendars and appointments agree.")).noneMatch(line -> line.contains(name));
    }

    @Test
    void findTwoAppointmentsAtOneTime() throws InterruptedException {
        book();
        ObjectNode second = item();
        second.putObject(AppointmentsTable.KEY).put("S", name + "-twice");
        stage.dynamoDb("PutItem", request(AppointmentsTable.ID, "Item", second));
        assertThat(broken("Nobody and nothing is booked twice at one time, unless somebody has overridden the rule."))
                .contains("patient %1$s at %2$sT11:00:00Z: %1$s, %1$s-twice".formatted(name, date()));

        ((ObjectNode) second.path("log").path("L").path(0).path("M")).putObject("ovrBy").put("S", "dr-bell");
        stage.dynamoDb("PutItem", request(AppointmentsTable.ID, "Item", second));
        assertThat(broken("Nobody and nothing is booked twice at one time, unless somebody has overridden the rule."))
                .noneMatch(line -> line.contains(name));
        delete(name + "-twice");
    }

    @Test
    void findARequestThatNobodyWorksOn() throws InterruptedException {
        book();
        ObjectNode key = JSON.createObjectNode();
        key.putObject(IdempotencyTable.KEY).put("S", "request#" + name);
        ObjectNode receipt = key.deepCopy();
        receipt.putObject("status").put("S", "INPROGRESS");
        stage.dynamoDb("PutItem", request(IdempotencyTable.ID, "Item", receipt));
        assertThat(broken("Each request that has no outcome yet has a message in a queue."))
                .contains("request#" + name);

        stage.dynamoDb("DeleteItem", request(IdempotencyTable.ID, "Key", key));
        assertThat(broken("Each request that has no outcome yet has a message in a queue."))
                .doesNotContain("request#" + name);
    }

    @Test
    void findWorkThatIsLate() throws InterruptedException {
        book();
        ObjectNode late = item();
        String before = late.path(AppointmentsTable.OVERDUE_FROM).path("S").asText();
        late.putObject(AppointmentsTable.OVERDUE_FROM).put("S",
                stage.clock().instant().minus(Duration.ofHours(1)) + " " + name);
        stage.dynamoDb("PutItem", request(AppointmentsTable.ID, "Item", late));
        assertThat(broken("No work is overdue without a message under way."))
                .anyMatch(line -> line.startsWith(name + ", since "));

        late.putObject(AppointmentsTable.OVERDUE_FROM).put("S", before);
        stage.dynamoDb("PutItem", request(AppointmentsTable.ID, "Item", late));
        assertThat(broken("No work is overdue without a message under way.")).noneMatch(line -> line.contains(name));
    }

    private List<String> broken(String invariant) throws InterruptedException {
        return StageInvariants.of(stage).check().stream().filter(finding -> finding.invariant().equals(invariant))
                .findFirst().map(Finding::broken).orElseThrow();
    }

    private ObjectNode item() {
        ObjectNode key = JSON.createObjectNode();
        key.putObject(AppointmentsTable.KEY).put("S", name);
        return (ObjectNode) stage.dynamoDb("GetItem", request(AppointmentsTable.ID, "Key", key)).path("Item");
    }

    private void delete(String appointment) {
        ObjectNode key = JSON.createObjectNode();
        key.putObject(AppointmentsTable.KEY).put("S", appointment);
        stage.dynamoDb("DeleteItem", request(AppointmentsTable.ID, "Key", key));
    }

    private ObjectNode request(String tableId, String field, ObjectNode value) {
        ObjectNode request = JSON.createObjectNode().put("TableName", StoredItems.table(stage, tableId));
        request.set(field, value);
        return request;
    }

    private LocalDate date() {
        return LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }

    private void book() throws InterruptedException {
        send(JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", name)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", name + "@example.org"));
        ObjectNode booking = JSON.createObjectNode().put("requestId", name).put("patientId", name)
                .put("appointmentDate", date().toString()).put("startTime", "11:00").put("endTime", "11:30")
                .put("timeZone", "UTC");
        booking.putArray("resourceIds").add("room:" + name);
        send(booking);
    }

    private void send(ObjectNode body) throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), body.toString(), Map.of());
        stage.awaitIdle();
    }
}
