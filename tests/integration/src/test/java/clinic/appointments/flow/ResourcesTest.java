package clinic.appointments.flow;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** Resources with rules of their own, over HTTP. */
@ExtendWith(StageExtension.class)
class ResourcesTest {

    private static final String AFTERNOONS = "{\"hours\":[{\"weekly\":\"TUESDAY:14:00-18:00\"}],"
            + "\"timeZone\":\"Asia/Tokyo\"}";

    private final LocalStage stage;
    private final Service service;
    private final Client client;
    private final String resource = "practitioner:" + unique("dr");

    ResourcesTest(LocalStage stage) {
        this.stage = stage;
        service = new Service(stage);
        client = new Client(stage.api());
    }

    @Test
    void areDefinedShownAndRetired() throws InterruptedException {
        assertThat(client.get("/resources/" + resource).statusCode()).isEqualTo(404);
        String key = unique("define");
        HttpResponse<String> accepted = client.request(key, "PUT", "/resources/" + resource, AFTERNOONS);
        assertThat(Client.json(accepted)).isEqualTo(Service.read(
                "{\"requestId\":\"%s\",\"resourceId\":\"%s\",\"status\":\"PENDING\"}".formatted(key, resource)));
        stage.awaitIdle();

        JsonNode shown = Client.json(client.get("/resources/" + resource.replace(":", "%3A")));
        assertThat(shown.path("hours")).isEqualTo(Service.read(AFTERNOONS).path("hours"));
        assertThat(shown.path("timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(shown.path("version").asInt()).isEqualTo(1);
        assertThat(outcome("DELETE", "")).isEqualTo("ACCEPTED");
        assertThat(Client.json(client.get("/resources/" + resource)).path("retired").asBoolean()).isTrue();
    }

    /** The afternoon in Tokyo is the morning in Berlin. */
    @Test
    void areOfferedAndBookedInTheirOwnHours() throws InterruptedException {
        assertThat(outcome("PUT", AFTERNOONS)).isEqualTo("ACCEPTED");
        String slots = "/resources/" + resource + "/free-slots?date=" + tuesday()
                + "&duration=PT1H&timeZone=Asia/Tokyo";

        assertThat(Client.json(client.get(slots)).path("freeSlots").findValuesAsText("startTime"))
                .containsExactly("14:00", "15:00", "16:00", "17:00");
        assertThat(book("13:00", "14:00")).isEqualTo("REJECTED OUTSIDE_OPENING_HOURS");
        assertThat(book("14:00", "15:00")).isEqualTo("ACCEPTED ");
        assertThat(Client.json(client.get(slots)).path("freeSlots").findValuesAsText("startTime"))
                .containsExactly("15:00", "16:00", "17:00");
        assertThat(outcome("DELETE", "")).isEqualTo("ACCEPTED");
        assertThat(book("15:00", "16:00")).isEqualTo("REJECTED RESOURCE_RETIRED");
        assertThat(Client.json(client.get(slots)).path("freeSlots")).isEmpty();
    }

    @Test
    void nameTheAppointmentsThatTheirRulesOfNowWouldRefuse() throws InterruptedException {
        assertThat(outcome("PUT", AFTERNOONS)).isEqualTo("ACCEPTED");
        assertThat(book("14:00", "15:00")).isEqualTo("ACCEPTED ");
        String displaced = "/resources/" + resource + "/displaced?from=" + tuesday() + "&to=" + tuesday();

        assertThat(Client.json(client.get(displaced)).path("displaced")).isEmpty();
        assertThat(outcome("PUT", "{\"hours\": [], \"timeZone\": \"Asia/Tokyo\"}")).isEqualTo("ACCEPTED");
        assertThat(Client.json(client.get(displaced)).findValuesAsText("cause"))
                .containsExactly("OUTSIDE_OPENING_HOURS");
        assertThat(outcome("DELETE", "")).isEqualTo("ACCEPTED");
        assertThat(Client.json(client.get(displaced)).at("/displaced/0/appointment/startTime").asText())
                .isEqualTo("14:00");
        assertThat(client.get(displaced + "9").statusCode()).isEqualTo(400);
    }

    @Test
    void areBlockedForATimeAndShowWhomThatDisplaces() throws InterruptedException {
        assertThat(book("14:00", "15:00")).isEqualTo("ACCEPTED ");
        String block = unique("leave");
        String body = "{\"resourceId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"LEAVE\"}".formatted(resource,
                tuesday(),
                tuesday().plusDays(40));
        String dates = "?from=" + tuesday() + "&to=" + tuesday();

        assertThat(client.get("/blocks/" + block).statusCode()).isEqualTo(404);
        JsonNode receipt = receipt("PUT", "/blocks/" + block, body);
        assertThat(receipt.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(receipt.path("displaced").asInt()).isEqualTo(1);
        assertThat(Client.json(client.get("/resources/" + resource + "/blocks" + dates)).path("blocks"))
                .containsExactly(Client.json(client.get("/blocks/" + block)));
        assertThat(Client.json(client.get("/resources/" + resource + "/displaced" + dates)).findValuesAsText("cause"))
                .containsExactly("RESOURCE_BLOCKED");
        assertThat(book("16:00", "17:00")).isEqualTo("REJECTED RESOURCE_BLOCKED");

        assertThat(receipt("DELETE", "/blocks/" + block, "").path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(Client.json(client.get("/blocks/" + block)).path("status").asText()).isEqualTo("LIFTED");
        assertThat(Client.json(client.get("/resources/" + resource + "/blocks" + dates)).path("blocks")).isEmpty();
        assertThat(book("16:00", "17:00")).isEqualTo("ACCEPTED ");
    }

    /** In each of several rooms, people race for times that a block takes as well. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "REFUSE"})
    void areBlockedWithoutMissingAnyOfThoseWhoBookMeanwhile(String onConflict) throws InterruptedException {
        List<String> rooms = IntStream.range(0, 8).mapToObj(_ -> unique("room:r")).toList();
        List<String> patients = IntStream.range(0, 6).mapToObj(_ -> unique("patient")).toList();
        patients.forEach(service::register);
        stage.awaitIdle();
        Map<String, List<String>> bookings = new ConcurrentHashMap<>();
        rooms.parallelStream().forEach(room -> bookings.put(room, raceFor(room, patients, rooms.indexOf(room),
                onConflict)));
        stage.awaitIdle();

        for (String room : rooms) {
            List<String> outcomes = new ArrayList<>();
            for (String request : bookings.getOrDefault(room, List.of())) {
                outcomes.add(service.outcome(request).orElseThrow());
            }
            long accepted = outcomes.stream().filter("ACCEPTED"::equals).count();
            assertThat(outcomes).isSubsetOf("ACCEPTED", "REJECTED:RESOURCE_BLOCKED");
            JsonNode receipt = service.receipt("block-" + blockOf(room)).orElseThrow();
            if (onConflict.equals("LIST")) {
                assertThat(receipt.path("displaced").asLong(-1)).isEqualTo(accepted);
            } else {
                assertThat(receipt.path("state").asText()).isEqualTo(accepted == 0 ? "ACCEPTED" : "REJECTED");
            }
        }
    }

    /** Each patient has five minutes in each room; the block comes in the middle. */
    private List<String> raceFor(String room, List<String> patients, int number, String onConflict) {
        List<String> requests = new ArrayList<>();
        for (String patient : patients) {
            if (requests.size() == patients.size() / 2) {
                service.send(QueueName.MANAGEMENT, Service.JSON.createObjectNode().put("type", "BLOCK")
                        .put("requestId", "block-" + blockOf(room)).put("blockId", blockOf(room))
                        .put("resourceId", room).put("from", tuesday().toString()).put("to", tuesday().toString())
                        .put("onConflict", onConflict));
            }
            String start = "%02d:%02d".formatted(9 + number, 5 * requests.size());
            String end = "%02d:%02d".formatted(9 + number, 5 * requests.size() + 5);
            requests.add(service.book(unique("race"), patient, tuesday(), start, end, room));
        }
        return requests;
    }

    private static String blockOf(String room) {
        return room.replace(":", "-");
    }

    @Test
    void refuseAResourceIdThatIsNone() throws InterruptedException {
        HttpResponse<String> refused = client.request(unique("bad"), "PUT", "/resources/room:one:two", "{}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).path("detail").asText())
                .isEqualTo("resourceId must be <kind>:<id>, each of 1 to 36 letters, digits, hyphens or underscores");
    }

    private LocalDate tuesday() {
        return LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(14)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    }

    private String book(String start, String end) throws InterruptedException {
        String patient = unique("patient");
        service.register(patient);
        String key = unique("book");
        ObjectNode body = Service.JSON.createObjectNode().put("patientId", patient)
                .put("appointmentDate", tuesday().toString()).put("startTime", start).put("endTime", end)
                .put("timeZone", "Asia/Tokyo");
        body.putArray("resourceIds").add(resource);
        client.request(key, "POST", "/appointments", body.toString());
        stage.awaitIdle();
        JsonNode receipt = Client.json(client.get("/requests/" + key));
        return receipt.path("state").asText() + " " + receipt.path("code").asText();
    }

    private String outcome(String method, String body) throws InterruptedException {
        return receipt(method, "/resources/" + resource, body).path("state").asText();
    }

    private JsonNode receipt(String method, String path, String body) throws InterruptedException {
        String key = unique("manage");
        client.request(key, method, path, body);
        stage.awaitIdle();
        return Client.json(client.get("/requests/" + key));
    }
}
