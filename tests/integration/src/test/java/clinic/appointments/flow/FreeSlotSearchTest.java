package clinic.appointments.flow;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** A search over several resources and a patient, over HTTP. */
@ExtendWith(StageExtension.class)
class FreeSlotSearchTest {

    private final LocalStage stage;
    private final Service service;
    private final Client client;
    private final String doctor = "practitioner:" + unique("dr");
    private final String room = "room:" + unique("r");
    private final String patient = unique("patient");

    FreeSlotSearchTest(LocalStage stage) {
        this.stage = stage;
        service = new Service(stage);
        client = new Client(stage.api());
    }

    @Test
    void offersWhatCanBeBookedAndThenNamesWhatBlocksIt() throws InterruptedException {
        service.register(patient);
        define(doctor, "08:00-12:00");
        define(room, "10:00-18:00");

        assertThat(starts(search(body()))).containsExactly("10:00", "10:30", "11:00", "11:30");
        String booked = book(search(body()).path("freeSlots").get(1));
        assertThat(starts(search(body()))).containsExactly("10:00", "11:00", "11:30");
        JsonNode explained = search(body().put("explain", true).put("limit", 100));
        assertThat(starts(explained)).containsExactly("10:00", "11:00", "11:30");
        assertThat(refused(explained, "10:30", "rule", "blockedBy")).containsExactly("PATIENT_BUSY", booked);
        assertThat(refused(explained, "12:00", "rule", "setting"))
                .containsExactly("OUTSIDE_OPENING_HOURS", "hours of " + doctor);
        JsonNode ofAnyone = search(anyone().put("explain", true).put("limit", 100));
        assertThat(refused(ofAnyone, "10:30", "rule", "blockedBy")).containsExactly("SLOT_TAKEN", booked);
    }

    @Test
    void answersPageByPage() throws InterruptedException {
        define(room, "10:00-12:00");
        JsonNode first = search(anyone(room).put("limit", 3));

        assertThat(starts(first)).containsExactly("10:00", "10:30", "11:00");
        assertThat(starts(search(anyone(room).put("cursor", first.path("cursor").asText()))))
                .containsExactly("11:30");
        HttpResponse<String> refused = send(anyone(room).put("cursor", "mine"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).path("detail").asText())
                .isEqualTo("cursor must be one that this list has returned");
    }

    @Test
    void refusesABodyByFieldAndRule() throws InterruptedException {
        assertThat(Client.json(send(anyone(room).put("colour", "blue"))).path("detail").asText()).contains("colour");
        assertThat(Client.json(send(anyone(room).put("to", "2999-01-01"))).path("detail").asText())
                .isEqualTo("to must be from the date of from to 30 days later");
    }

    private ObjectNode body() {
        return anyone().put("patientId", patient);
    }

    private ObjectNode anyone() {
        return anyone(doctor, room);
    }

    private ObjectNode anyone(String... resources) {
        ObjectNode body = Service.JSON.createObjectNode().put("from", date().toString()).put("duration", "PT30M")
                .put("timeZone", "Asia/Tokyo");
        List.of(resources).forEach(body.putArray("resourceIds")::add);
        return body;
    }

    private JsonNode search(ObjectNode body) throws InterruptedException {
        return Client.json(send(body));
    }

    private HttpResponse<String> send(ObjectNode body) throws InterruptedException {
        return client.send("POST", "/free-slots/search", body.toString(), "Content-Type", "application/json");
    }

    private static List<String> starts(JsonNode answer) {
        return answer.path("freeSlots").findValuesAsText("startTime");
    }

    private static List<String> refused(JsonNode answer, String start, String... fields) {
        JsonNode slot = answer.path("refused").valueStream().filter(one -> one.path("startTime").asText().equals(start))
                .findFirst().orElseThrow();
        return Stream.of(fields).map(field -> slot.path(field).asText()).toList();
    }

    /** As it was offered. */
    private String book(JsonNode slot) throws InterruptedException {
        String key = unique("book");
        ObjectNode booking = ((ObjectNode) slot).deepCopy().put("patientId", patient);
        booking.remove(List.of("startAt", "endAt"));
        booking.putArray("resourceIds").add(doctor).add(room);
        client.request(key, "POST", "/appointments", booking.toString());
        stage.awaitIdle();
        JsonNode receipt = Client.json(client.get("/requests/" + key));
        assertThat(receipt.path("state").asText()).isEqualTo("ACCEPTED");
        return receipt.path("appointmentId").asText();
    }

    private void define(String resource, String hours) throws InterruptedException {
        client.request(unique("define"), "PUT", "/resources/" + resource, """
                {"timeZone": "Asia/Tokyo", "hours": [{"weekly": "%s"}], "capacity": 1,
                "buffer": {"before": "PT0M", "after": "PT0M"}}""".formatted(everyDay(hours)));
        stage.awaitIdle();
    }

    private static String everyDay(String hours) {
        return Stream.of(DayOfWeek.values()).map(day -> day + ":" + hours).collect(Collectors.joining("/"));
    }

    private LocalDate date() {
        return LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(14);
    }
}
