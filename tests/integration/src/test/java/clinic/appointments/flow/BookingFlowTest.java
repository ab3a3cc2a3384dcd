package clinic.appointments.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(StageExtension.class)
class BookingFlowTest {

    private final LocalStage stage;
    private final Service service;

    BookingFlowTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void takesABookingFromItsRequestToItsReminders() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("book"), patient, service.inDays(3), "10:00", "10:30", unique("room:r"));
        stage.awaitIdle();

        assertThat(service.outcome(request)).contains("ACCEPTED");
        assertThat(states(request)).containsExactly("SCHEDULED", "SCHEDULED");
        stage.runAhead(Duration.ofDays(4));

        JsonNode appointment = service.appointment(request).orElseThrow();
        assertThat(appointment.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(appointment.path("version").asInt()).isEqualTo(2);
        assertThat(appointment.path("history").findValuesAsText("action")).containsExactly("BOOK", "CONFIRM");
        assertThat(states(request)).containsExactly("SENT", "SENT");
        assertThat(mailsTo(patient)).as("a confirmation and two reminders").hasSize(3).allSatisfy(mail -> {
            assertThat(mail.text()).contains("10:00 – 10:30").doesNotContain("Testnotes");
            assertThat(mail.html()).contains("<html lang=\"en-GB\" dir=\"ltr\">", "10:00 – 10:30");
            assertThat(mail.attachments()).singleElement().satisfies(file -> assertThat(file.content())
                    .contains("METHOD:REQUEST", "UID:" + request + "@", "SEQUENCE:2\r\n"));
        });
    }

    @Test
    void neverSendsAReminderAfterTheStart() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("book"), patient, service.inDays(2), "10:00", "10:30");
        stage.awaitIdle();
        String reminder = """
                {"type":"REMIND","appointmentId":"%s","reminder":"1/PT2H","correlationId":"c"}""".formatted(request);
        stage.clock().advanceTo(startOf(request).plusSeconds(1));
        stage.send(QueueName.REMINDER.id(), reminder, Map.of());
        stage.awaitIdle();

        assertThat(states(request)).contains("SKIPPED_TOO_LATE").doesNotContain("SENT");
        assertThat(mailsTo(patient)).as("the confirmation").hasSize(1);
    }

    @Test
    void remindsOfTheNewTimeOnlyAfterAMove() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("moved"), patient, service.inDays(3), "10:00", "10:30");
        stage.awaitIdle();
        service.send(unique("move"), Service.JSON.createObjectNode().put("type", "RESCHEDULE")
                .put("appointmentId", request).put("appointmentDate", service.inDays(5).toString())
                .put("startTime", "15:00").put("endTime", "15:30"));
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(6));

        assertThat(states(request)).containsExactlyInAnyOrder("SKIPPED_RESCHEDULED", "SKIPPED_RESCHEDULED", "SENT",
                "SENT");
        assertThat(mailsTo(patient)).as("a confirmation, and of the new time a notice and two reminders").hasSize(4);
        assertThat(mailsTo(patient).subList(1, 4)).allSatisfy(mail -> assertThat(mail.text()).contains("15:00"));
        assertThat(calendarEntries(patient).getLast()).contains("METHOD:REQUEST", "UID:" + request + "@",
                "SEQUENCE:3\r\n");
    }

    @Test
    void remindsOfNothingAfterACancellation() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("cancelled"), patient, service.inDays(3), "11:00", "11:30");
        stage.awaitIdle();
        service.send(unique("cancel"), Service.JSON.createObjectNode().put("type", "CANCEL")
                .put("appointmentId", request).put("reason", "PATIENT_ILL").put("actor", "reception-1"));
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(4));

        JsonNode appointment = service.appointment(request).orElseThrow();
        assertThat(appointment.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(appointment.path("cancellation").path("reason").asText()).isEqualTo("PATIENT_ILL");
        assertThat(appointment.path("cancellation").path("actor").asText()).isEqualTo("reception-1");
        assertThat(states(request)).containsExactly("SKIPPED_CANCELLED", "SKIPPED_CANCELLED");
        assertThat(mailsTo(patient)).as("a confirmation and a cancellation").hasSize(2);
        assertThat(calendarEntries(patient).getLast()).contains("METHOD:CANCEL", "UID:" + request + "@",
                "SEQUENCE:3\r\n");
    }

    @Test
    void waitsForAConfirmationByHandAndReleasesWhatNobodyConfirms() throws InterruptedException {
        String patient = registered();
        String theatre = unique("theatre:t");
        String confirmed = service.book(unique("held"), patient, service.inDays(3), "10:00", "10:30", theatre);
        String forgotten = service.book(unique("held"), patient, service.inDays(4), "10:00", "10:30", theatre);
        stage.awaitIdle();
        assertThat(service.appointment(confirmed).orElseThrow().path("status").asText()).isEqualTo("REQUESTED");
        assertThat(service.appointment(confirmed).orElseThrow().has("holdExpiresAt")).isTrue();

        String confirmation = unique("confirm");
        service.settle(confirmation, Service.JSON.createObjectNode().put("type", "CONFIRM").put("appointmentId",
                confirmed));
        stage.awaitIdle();
        stage.runAhead(Duration.ofHours(3));
        assertThat(service.outcome(confirmation)).contains("ACCEPTED");
        assertThat(service.appointment(confirmed).orElseThrow().path("status").asText()).isEqualTo("CONFIRMED");
        JsonNode released = service.appointment(forgotten).orElseThrow();
        assertThat(released.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(released.path("cancellation").path("reason").asText()).isEqualTo("HOLD_EXPIRED");

        String late = unique("confirm");
        service.settle(late, Service.JSON.createObjectNode().put("type", "CONFIRM").put("appointmentId", forgotten));
        String again = service.book(unique("again"), patient, service.inDays(4), "10:00", "10:30", theatre);
        stage.awaitIdle();
        assertThat(service.outcome(late)).contains("REJECTED:HOLD_EXPIRED");
        assertThat(service.outcome(again)).contains("ACCEPTED");
    }

    @Test
    void findsAgainWhatWasLostOnTheWay() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("lost"), patient, service.inDays(3), "09:00", "09:30");
        stage.awaitIdle();
        service.forgetSchedules();
        stage.runAhead(Duration.between(stage.clock().instant(), startOf(request)).minusHours(20));
        stage.fireRecurring();

        assertThat(states(request)).as("found by the search that recurs").containsExactly("SENT", "SCHEDULED");
    }

    @Test
    void forgetsWhatIsPersonal() throws InterruptedException {
        String patient = registered();
        String request = service.book(unique("erased"), patient, service.inDays(3), "09:00", "09:30");
        stage.awaitIdle();
        String erasure = unique("erase");
        service.send(erasure, Service.JSON.createObjectNode().put("type", "ERASE_PATIENT").put("patientId", patient));
        stage.awaitIdle();

        assertThat(service.outcome(erasure)).contains("ACCEPTED");
        JsonNode appointment = service.appointment(request).orElseThrow();
        assertThat(appointment.has("notes")).isFalse();
        assertThat(appointment.path("patientId").asText()).isEqualTo(patient);
        stage.runAhead(Duration.ofDays(4));
        assertThat(states(request)).containsExactly("SKIPPED_NO_ADDRESS", "SKIPPED_NO_ADDRESS");
    }

    @Test
    void givesASlotToOneOfManyWhoRaceForIt() throws InterruptedException {
        List<String> outcomes = outcomesOfARace();

        assertThat(outcomes).filteredOn("ACCEPTED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("REJECTED:SLOT_TAKEN"::equals).hasSize(19);
    }

    /** Twenty patients request one slot at the same time. */
    private List<String> outcomesOfARace() throws InterruptedException {
        String room = unique("room:r");
        List<String> patients = IntStream.range(0, 20).mapToObj(_ -> unique("patient")).toList();
        patients.forEach(service::register);
        stage.awaitIdle();
        List<String> requests = patients.parallelStream()
                .map(patient -> service.book(unique("race"), patient, service.inDays(4), "10:00", "10:30", room))
                .toList();
        stage.awaitIdle();

        List<String> outcomes = new ArrayList<>();
        for (String request : requests) {
            outcomes.add(service.outcome(request).orElseThrow());
        }
        return outcomes;
    }

    @Test
    void booksWhatComesBeforeItsPatient() throws InterruptedException {
        String patient = unique("patient");
        String request = service.book(unique("early"), patient, service.inDays(4), "11:00", "11:30");
        awaitDeferral(request);
        service.register(patient);
        stage.awaitIdle();

        assertThat(service.outcome(request)).contains("ACCEPTED");
    }

    @Test
    void answersARepeatedRequestAlikeAndConfirmsOnce() throws InterruptedException {
        String patient = registered();
        String request = unique("repeat");
        for (int copy = 0; copy < 5; copy++) {
            service.book(request, patient, service.inDays(5), "12:00", "12:30");
        }
        stage.awaitIdle();

        assertThat(service.outcome(request)).contains("ACCEPTED");
        assertThat(service.appointment(request).orElseThrow().path("history")).hasSize(2);
    }

    @Test
    void parksWhatCannotBeReadWithItsBodyUntouched() throws InterruptedException {
        String request = unique("malformed");
        String body = "{ \"patientId\" : 7 } and more";
        stage.send(QueueName.REQUEST.id(), body, Map.of("requestId", request, "correlationId",
                "c-" + request, "client", Service.CLIENT));
        stage.awaitIdle();

        assertThat(service.outcome(request)).contains("PARKED:body must be JSON, without a field twice");
        QueuedMessage parked = stage.deadLetters(QueueName.REQUEST.deadLetterId()).stream()
                .filter(message -> request.equals(message.attributes().get("requestId"))).findFirst().orElseThrow();
        assertThat(parked.body()).isEqualTo(body);
        assertThat(parked.attributes()).hasSize(5).containsEntry("requestId", request)
                .containsEntry("correlationId", "c-" + request).containsEntry("client", Service.CLIENT)
                .containsEntry("parkedReason", "body must be JSON, without a field twice")
                .hasEntrySatisfying("sentAt", sentAt -> assertThat(sentAt).matches("[0-9]{13}"));
    }

    @Test
    void tiesLogsAndTracesOfARequestTogether() throws InterruptedException, IOException {
        String patient = registered();
        String request = service.book(unique("traced"), patient, service.inDays(3), "13:00", "13:30");
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(4));

        for (FunctionName function : List.of(FunctionName.REQUEST, FunctionName.CONFIRMATION, FunctionName.REMINDER)) {
            assertThat(logOf(function)).as(function.id()).anySatisfy(line -> {
                JsonNode json = Service.read(line);
                assertThat(json.path("correlation_id").asText()).isEqualTo(request);
                assertThat(json.path("appointment_id").asText()).isEqualTo(request);
                assertThat(json.path("outcome").asText()).isEqualTo("Accepted");
                assertThat(json.path("xray_trace_id").asText()).isNotEmpty();
            });
        }
        await().untilAsserted(() -> assertThat(tracesOf(request)).hasSize(5));
        assertThat(tracesOf(request).stream().map(trace -> trace.path("trace_id").asText()).distinct())
                .as("each queue and each schedule begins a trace").hasSize(5);
        assertThat(tracesOf(request)).map(trace -> trace.path("annotations").path("originTraceId").asText())
                .containsOnly(tracesOf(request).getFirst().path("trace_id").asText());
    }

    @Test
    void writesNoProtectedDataIntoLogsOrTraces() throws InterruptedException, IOException {
        String patient = unique("patient");
        service.register(patient);
        service.book(unique("private"), patient, service.inDays(3), "14:00", "14:30");
        stage.send(QueueName.REQUEST.id(), "{\"lastName\":\"Testfamily\"", Map.of());
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(4));

        List<String> written = new ArrayList<>(stage.traces().stream().map(JsonNode::toString).toList());
        for (FunctionName function : FunctionName.ofEveryStage()) {
            written.addAll(logOf(function));
        }
        assertThat(written).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(line)
                .doesNotContain("Testname", "Testfamily", "Testnotes", "@example.org"));
    }

    /** The invariant of the whole service, over all that any test has booked. */
    @Test
    void hasNobodyDoubleBooked() throws InterruptedException {
        outcomesOfARace();
        List<JsonNode> appointments = new Appointments(stage).all();

        assertThat(appointments).isNotEmpty();
        assertThat(Appointments.overlaps(appointments)).isEmpty();
    }

    private void awaitDeferral(String request) throws InterruptedException {
        stage.clock().instant();
        await().until(() -> stage.counts(QueueName.REQUEST.id()).visible() == 0);
        assertThat(service.outcome(request).filter("ACCEPTED"::equals)).isEmpty();
    }

    private Instant startOf(String appointment) throws InterruptedException {
        return Instant.parse(service.appointment(appointment).orElseThrow().path("startAt").asText());
    }

    private String registered() throws InterruptedException {
        String patient = unique("patient");
        service.register(patient);
        stage.awaitIdle();
        return patient;
    }

    /** Of the reminders, without the notices of changes. */
    private List<String> states(String appointment) throws InterruptedException {
        return service.appointment(appointment).orElseThrow().path("reminders").valueStream()
                .filter(reminder -> reminder.path("kind").asText().startsWith("PT"))
                .map(reminder -> reminder.path("state").asText()).toList();
    }

    private List<String> calendarEntries(String patient) {
        return mailsTo(patient).stream().flatMap(mail -> mail.attachments().stream()).map(Mail.Attachment::content)
                .toList();
    }

    private List<Mail> mailsTo(String patient) {
        return stage.mails().stream().filter(mail -> mail.to().contains(patient + "@example.org")).toList();
    }

    private List<JsonNode> tracesOf(String request) {
        return stage.traces().stream()
                .filter(segment -> segment.path("annotations").path("correlationId").asText().equals(request)).toList();
    }

    private List<String> logOf(FunctionName function) throws IOException {
        Path log = stage.logDirectory().resolve(function.id() + ".log");
        return Files.readAllLines(log).stream().filter(line -> line.startsWith("{\"level\"")).toList();
    }
}
