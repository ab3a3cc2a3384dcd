package clinic.appointments.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The runbook's commands, as they stand there, take dead letters to where they belong, and end. */
class RunbookLoopsTest {

    private static final String REQUESTS = QueueName.REQUEST.id();
    private static final String REQUEST_LETTERS = QueueName.REQUEST.deadLetterId();
    private static final String SCHEDULED = "ReminderScheduleDLQ";
    /** Nothing consumes these two. */
    private static final String HERE = "PagesDLQ";
    private static final String THERE = QueueName.CONFIRMATION.deadLetterId();

    private static final Map<String, String> PARKED = Map.of("parkedReason", "type is missing");

    private static LocalStage stage;
    private static Service service;

    @TempDir
    Path folder;

    @BeforeAll
    static void boot() {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
        service = new Service(stage);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void whatWasGivenUpIsDoneAndWhatWasParkedStays() throws Exception {
        String patient = Service.unique("patient");
        String registered = giveUp(
                """
                        {"type":"REGISTER_PATIENT","patientId":"%s","firstName":"Testname","lastName":"Testfamily"}"""
                        .formatted(patient),
                Map.of("client", Service.CLIENT));
        String booked = Service.unique("book");
        String second = giveUp(
                """
                        {"requestId":"%s","patientId":"%s","appointmentDate":"%s","startTime":"10:00","endTime":"10:30"}"""
                        .formatted(booked, patient, service.inDays(4)),
                Map.of("client", Service.CLIENT));
        String parked = giveUp("{\"requestId\":\"parked\"}", PARKED);
        RunbookShell shell = new RunbookShell(stage, folder, Map.of());

        shell.follow("Dead letters");
        stage.awaitIdle();

        assertThat(service.outcome(registered)).contains("ACCEPTED");
        assertThat(service.outcome(booked)).contains("ACCEPTED");
        assertThat(shell.commandLines()).contains(deleted(registered), deleted(second))
                .doesNotContain(deleted(parked), "Testname", "10:30");
    }

    @Test
    void whatIsSentOnKeepsItsIdsItsClientAndItsTime() throws Exception {
        Map<String, String> own = Map.of("requestId", "r-1", "correlationId", "c-1", "client", Service.CLIENT, "sentAt",
                "1767225600000");
        giveUp("{\"n\":1}", own);
        String id = giveUp("no JSON", Map.of());

        new RunbookShell(stage, folder, Map.of(REQUESTS, HERE)).follow("Dead letters");

        assertThat(attributes(HERE, "{\"n\":1}")).contains(own);
        Map<String, String> given = attributes(HERE, "no JSON").orElseThrow();
        assertThat(given).containsOnlyKeys("requestId", "sentAt").containsEntry("requestId", id);
        assertThat(given.get("sentAt")).matches("\\d{13}");
    }

    @Test
    void aReminderGoesToItsQueueAndTheEndOfAHoldToTheOther() throws Exception {
        Map<String, String> schedulers = Map.of("ERROR_CODE", "AWS.SQS.Throttled", "TARGET_ARN", "arn:aws:sqs:x");
        String reminder = "{\"type\":\"REMIND\",\"appointmentId\":\"a1\"}";
        String hold = "{\"appointmentId\":\"a1\",\"type\":\"EXPIRE_HOLD\",\"requestId\":\"hold-1\"}";
        String first = stage.send(SCHEDULED, reminder, schedulers);
        String second = stage.send(SCHEDULED, hold, schedulers);
        RunbookShell shell = new RunbookShell(stage, folder, Map.of(QueueName.REMINDER.id(), HERE, REQUESTS, THERE));

        assertThat(shell.follow("Undelivered reminders")).as("looking hides nothing from what follows")
                .contains("AWS.SQS.Throttled");
        assertThat(attributes(HERE, reminder).map(Map::keySet)).contains(Set.of("requestId", "sentAt"));
        assertThat(attributes(THERE, hold).map(Map::keySet)).contains(Set.of("requestId", "sentAt"));
        assertThat(attributes(HERE, hold)).isEmpty();
        assertThat(shell.commandLines()).contains(deleted(first), deleted(second));
    }

    @Test
    void whoIsErasedIsInNoDeadLetterAndOthersAre() throws Exception {
        String patient = "patient-george";
        List<String> theirs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String queue : List.of(REQUEST_LETTERS, SCHEDULED)) {
            theirs.add(stage.send(queue, "{\"patientId\":\"" + patient + "\"}", PARKED));
            theirs.add(stage.send(queue, "no JSON of " + patient, PARKED));
            others.add(stage.send(queue, "{\"patientId\":\"" + patient + "-2\"}", PARKED));
        }
        RunbookShell shell = new RunbookShell(stage, folder, Map.of());

        shell.follow("Erase this person");

        assertThat(theirs).allSatisfy(id -> assertThat(shell.commandLines()).contains(deleted(id)));
        assertThat(others).allSatisfy(id -> assertThat(shell.commandLines()).doesNotContain(deleted(id)));
    }

    private static String giveUp(String body, Map<String, String> attributes) {
        return stage.send(REQUEST_LETTERS, body, attributes);
    }

    /** The engine's receipt handles begin with the message's id. */
    private static String deleted(String messageId) {
        return "--receipt-handle " + messageId + "#";
    }

    private static Optional<Map<String, String>> attributes(String queueId, String body) {
        return stage.deadLetters(queueId).stream().filter(letter -> letter.body().equals(body)).findFirst()
                .map(QueuedMessage::attributes);
    }
}
