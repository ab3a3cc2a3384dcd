package clinic.appointments.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.wire.Hash;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever keeps anything is searched after an erasure: for what the patient had told, and for hashes to guess it by.
 */
@ExtendWith(StageExtension.class)
class ErasedPatientTest {

    private static final String FINGERPRINT = "[0-9a-f]{64}";

    private final LocalStage stage;
    private final Service service;
    private final Search search;
    private final String patient = unique("erased");
    private final String address = unique("canary.address") + "@example.org";
    private final ObjectNode registration = Service.JSON.createObjectNode().put("type", "REGISTER_PATIENT")
            .put("requestId", unique("register")).put("patientId", patient).put("firstName", "Canariette")
            .put("lastName", "Zwitscherer").put("email", address).put("phone", "+49 30 5550 7788")
            .put("dateOfBirth", "1987-04-23");
    private final ObjectNode booking;
    private final ObjectNode move;

    ErasedPatientTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
        this.search = new Search(stage);
        booking = request("BOOK", "book").put("patientId", patient).put("notes", "canary hiv test");
        slot(booking, 3);
        move = request("RESCHEDULE", "move").put("appointmentId", id(booking)).put("notes", "canary knee");
        slot(move, 4);
    }

    @Test
    void isNowhereAnyMoreAndCannotBeGuessed() throws InterruptedException {
        for (ObjectNode body : List.of(registration, booking, move)) {
            service.send(QueueName.REQUEST, body);
            stage.awaitIdle();
        }
        assertThat(service.outcome(id(booking))).contains("ACCEPTED");
        assertThat(search.forAny(told())).as("the search finds what is there").contains("PatientsTable",
                "AppointmentsTable", "letters");
        assertThat(search.forAny(hashes())).as("while the patient is there").isEmpty();
        assertThatNoAnswerHasAHash();
        int letters = stage.mails().size();

        service.send(QueueName.REQUEST, request("ERASE_PATIENT", "erase").put("patientId", patient));
        stage.awaitIdle();
        assertThat(search.withoutLetters(letters).forAny(told())).isEmpty();
        stage.runAhead(Duration.ofDays(6));

        assertThat(search.withoutLetters(letters).forAny(told())).as("six days later").isEmpty();
        assertThat(search.forAny(hashes())).isEmpty();
        assertThat(search.table(IdempotencyTable.ID).filter(item -> receiptOfAny(item)).map(this::validation))
                .hasSize(3).containsOnly("forgotten");
    }

    /** With everything else known, one plain hash of a body told whether a guess at its notes was right. */
    private void assertThatNoAnswerHasAHash() throws InterruptedException {
        for (Optional<JsonNode> answer : List.of(service.appointment(id(booking)), service.receipt(id(booking)),
                service.receipt(id(registration)))) {
            assertThat(answer.orElseThrow().toString()).doesNotContain("bodyHash").doesNotContainPattern(FINGERPRINT);
        }
    }

    private List<String> told() {
        return List.of("Canariette", "Zwitscherer", address, "5550 7788", "1987-04-23", "canary hiv test",
                "canary knee");
    }

    /** Of all that somebody could guess; also as Powertools hashes what it is given. */
    private List<String> hashes() {
        List<String> plain = Stream.concat(Stream.of(registration, booking, move).map(Json::canonical),
                told().stream()).map(Hash::of).toList();
        return Stream.concat(plain.stream(), plain.stream().map(Hash::of)).toList();
    }

    private boolean receiptOfAny(JsonNode item) {
        return Stream.of(registration, booking, move).map(body -> Hash.of(id(body) + "@" + Service.CLIENT))
                .anyMatch(hash -> item.toString().contains("request#" + hash));
    }

    private String validation(JsonNode item) {
        return item.path("validation").path("S").asText();
    }

    private void slot(ObjectNode body, int days) {
        body.put("appointmentDate", service.inDays(days).toString()).put("startTime", "10:00").put("endTime", "10:30");
    }

    private static ObjectNode request(String type, String stem) {
        return Service.JSON.createObjectNode().put("type", type).put("requestId", unique(stem));
    }

    private static String id(ObjectNode body) {
        return body.path("requestId").asText();
    }
}
