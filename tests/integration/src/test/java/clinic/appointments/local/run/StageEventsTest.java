package clinic.appointments.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What people have sent in a session is played again on a fresh stage, with the same receipts. */
class StageEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final LocalDate date = LocalDate.now(SampleMessages.ZONE).plusDays(20);
    private static final String PATIENT = """
            {"type":"REGISTER_PATIENT","requestId":"reg-ana","patientId":"ana","firstName":"Ana","lastName":"Silva",\
            "email":"ana@example.org","dateOfBirth":"1990-02-28"}""";

    @TempDir
    Path folder;

    @Test
    void arePlayedAgainWithTheSameReceipts() throws IOException, InterruptedException {
        String recorded = record();
        Files.writeString(folder.resolve("session.events.json"), recorded);
        List<SampleMessage> samples = new SampleMessages(Instant.now(), SampleMessages.ZONE).read(folder, "dev");

        try (LocalStage stage = boot()) {
            Map<SentMessage, MessageOutcome> outcomes = play(stage, samples);
            assertThat(new Verdict(outcomes, stage.gateway().calls().denials()).lines()).isEmpty();
            assertThat(StageEvents.of(stage).json()).isEqualTo(recorded);
        }
    }

    /** A session by queue and by API, with the clock run ahead, and what it leaves. */
    private String record() throws IOException, InterruptedException {
        try (LocalStage stage = boot()) {
            send(stage, QueueName.REQUEST, PATIENT, Map.of());
            String appointment = send(stage, QueueName.REQUEST, booking("ana", "10:00"), Map.of("note", "a|b"));
            send(stage, QueueName.REQUEST, booking("ana", "10:15"), Map.of("requestId", "twice"));
            post(stage, "/appointments", "by-api",
                    booking("bo", "14:00").replace("\"type\":\"BOOK\", ", ""));
            post(stage, "/appointments/" + appointment + "/cancel", "cancel-api", "{}");
            send(stage, QueueName.REQUEST, "{\"a\":1,\"a\": \"${today} 2026-13-41\"", Map.of("requestId", "cut-off"));
            send(stage, QueueName.CONFIRMATION, "[ ]", Map.of("requestId", "array"));
            send(stage, QueueName.MAIL_EVENT, "no event", Map.of());
            stage.runAhead(Duration.ofDays(19));
            send(stage, QueueName.REQUEST, booking("ana", "16:00"), Map.of("requestId", "later"));
            String json = StageEvents.of(stage).json();
            assertThat(expected(json)).containsExactly("ACCEPTED", "ACCEPTED", "REJECTED:PATIENT_BUSY",
                    "REJECTED:UNKNOWN_PATIENT",
                    "ACCEPTED", "PARKED:body must be JSON, without a field twice", "PARKED:body must be a JSON object",
                    "PARKED:body must be JSON, without a field twice", "ACCEPTED");
            assertThat(json).contains("\"appointmentDate\":\"${today+20}\"", "\"dateOfBirth\":\"1990-02-28\"",
                    "\"after\":\"PT456H\"", "\"literal\":true", "${today} 2026-13-41")
                    .doesNotContain("FOLLOW_UP", "REMIND");
            return json;
        }
    }

    private static List<String> expected(String json) throws IOException {
        List<String> receipts = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(json)) {
            receipts.add(entry.path("expect").asText("none"));
        }
        return receipts;
    }

    private static Map<SentMessage, MessageOutcome> play(LocalStage stage, List<SampleMessage> samples)
            throws InterruptedException {
        List<SentMessage> sent = LocalRun.send(stage, samples, new ArrayList<>());
        stage.awaitIdle();
        OutcomeFinder finder = new OutcomeFinder(stage);
        Map<SentMessage, MessageOutcome> outcomes = new LinkedHashMap<>();
        for (SentMessage message : sent) {
            outcomes.put(message, finder.of(message));
        }
        return outcomes;
    }

    private static String send(LocalStage stage, QueueName queue, String body, Map<String, String> attributes)
            throws InterruptedException {
        String id = stage.send(queue.id(), body, attributes);
        stage.awaitIdle();
        return id;
    }

    private static void post(LocalStage stage, String path, String key, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(HttpRequest.newBuilder(URI.create(stage.api() + path)).header("Idempotency-Key", key)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        }
        stage.awaitIdle();
    }

    private String booking(String patient, String start) {
        return """
                {"type":"BOOK", "patientId":"%s","appointmentDate":"%s","startTime":"%s","endTime":"%s"}"""
                .formatted(patient, date, start, start.replaceFirst(":.*", ":45"));
    }

    private static LocalStage boot() {
        return LocalStage.boot(SchedulingStage.settings("dev").instances(1).build());
    }
}
