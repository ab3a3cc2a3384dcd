package clinic.appointments.local.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.RejectionReason;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The story of an id tells everything that happened, and why. */
@ExtendWith(PageExtension.class)
class StoryViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_AHEAD = 48;
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "story-" + UUID.randomUUID().toString().substring(0, 12);

    StoryViewTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @Test
    void namesTheRuleOfARefusedBookingInThreeClicks() throws InterruptedException {
        register(name + "-a");
        register(name + "-b");
        book(name + "-first", name + "-a");
        book(name + "-second", name + "-b");

        String map = browser.get("/");
        assertThat(map).contains("href=\"/stories\"");
        String list = browser.get("/stories");
        assertThat(list).contains("href=\"/stories?only=Rejected&amp;find=\"");
        String rejected = browser.get("/stories?only=Rejected&find=");
        assertThat(rejected).contains("href=\"/stories/" + name + "-second\"").doesNotContain(name + "-first");
        String story = browser.get("/stories/" + name + "-second");
        assertThat(story).contains("SLOT_TAKEN", "A resource has no capacity left",
                "Rule: every resource has capacity for one more", "/support/requests/" + name + "-second?client=");
    }

    @Test
    void tellsWhatHappenedToABookingInOrder() throws InterruptedException {
        register(name);
        book(name + "-1", name);

        List<String> kinds = Browser.all("<li class=\"(\\w+)", browser.get("/stories/" + name + "-1"));
        assertThat(kinds).containsSubsequence("message", "receive", "done").containsSubsequence("log", "letter")
                .contains("schedule");
        assertThat(browser.get("/stories/" + name + "-1")).contains("into AppointmentRequestQueue",
                "out of AppointmentConfirmationQueue", "CONFIRMED", "waits in AppointmentRequestQueue",
                "AppointmentConfirmationProcessor", "class=\"bar call\"", "Stored in AppointmentsTable");
    }

    @Test
    void showsWhatEachChangeMadeOfTheAppointment() throws InterruptedException {
        register(name);
        book(name + "-1", name);

        String story = browser.get("/stories/" + name + "-1");
        assertThat(story).contains("item of AppointmentsTable created (by AppointmentRequestProcessorRole",
                "\nstatus: \"REQUESTED\" → \"CONFIRMED\"\n");
        assertThat(Browser.all("item of (AppointmentsTable changed: [a-zA-Z, ]+) \\(", story)).isNotEmpty()
                .allSatisfy(change -> assertThat(change).doesNotContain("patientId"));
    }

    @Test
    void escapesDataOfPatients() throws InterruptedException {
        send(JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("requestId", name).put("patientId", name)
                .put("firstName", HOSTILE).put("lastName", "</pre><script>alert(1)</script>")
                .put("email", name + "@example.org"));

        for (String view : List.of("/stories/" + name, "/queues?at=AppointmentRequestQueue", "/?at=PatientsTable")) {
            assertThat(browser.get(view)).doesNotContain("<img", "<script>alert");
        }
        assertThat(browser.get("/stories/" + name)).contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void opensTheStoryOfACorrelationIdWithAnySigns() throws InterruptedException {
        String correlation = "web/" + name + ":1=x";
        stage.send(QueueName.REQUEST.id(), registration(name).toString(), Map.of("correlationId", correlation));
        stage.awaitIdle();

        String address = "/stories/web%2F" + name + "%3A1%3Dx";
        assertThat(browser.get("/stories?find=" + name)).contains("href=\"" + address + "\"");
        assertThat(browser.get(address)).contains("Story of " + correlation, "REGISTERED");
    }

    @Test
    void showsTheLettersOfACorrelationIdWithAnySigns() throws InterruptedException {
        register(name);
        stage.send(QueueName.REQUEST.id(), booking(name + "-1", name).toString(),
                Map.of("correlationId", "web/" + name));
        stage.awaitIdle();

        assertThat(Browser.all("<li class=\"(\\w+)", browser.get("/stories/web%2F" + name))).contains("letter");
    }

    @Test
    void knowsNothingOfAnIdThatNothingNames() throws InterruptedException {
        assertThat(browser.get("/stories/%3Cb%3E" + name)).contains("Nothing names this id")
                .doesNotContain("<b>" + name);
    }

    /** The pages that the sentences come from have one for each code. */
    @Test
    void knowsASentenceForEachCode() {
        RuleBook rules = RuleBook.read(Path.of("docs"));
        assertThat(Stream.of(RejectionReason.values()).map(Enum::name).filter(code -> rules.of(code).isEmpty()
                || rules.of(code).get().sentence().isEmpty())).isEmpty();
        assertThat(rules.of("SLOT_TAKEN").orElseThrow().setting()).contains("capacity");
        assertThat(rules.of("NO_SUCH_CODE")).isEmpty();
    }

    @Test
    void drawsADayLongPauseAsAGap() {
        Instant noon = Instant.parse("2026-01-01T12:00:00Z");
        Waterfall waterfall = Waterfall.of(List.of(
                new Span("waits", 0, "wait", noon, noon.plusSeconds(1)),
                new Span("works", 0, "work", noon.plusSeconds(1), noon.plusSeconds(2)),
                new Span("a day later", 0, "work", noon.plus(Duration.ofDays(1)),
                        noon.plus(Duration.ofDays(1)).plusSeconds(2))));

        assertThat(waterfall.pauses()).extracting(Waterfall.Stretch::length).containsExactly("23 h 59 min");
        assertThat(waterfall.starts()).extracting(Waterfall.Stretch::start).containsExactly(noon,
                noon.plus(Duration.ofDays(1)));
        assertThat(waterfall.bars().get(0).width()).isCloseTo(waterfall.bars().get(1).width(),
                within(1));
        assertThat(waterfall.bars().get(2).x()).isGreaterThan(waterfall.bars().get(1).x());
        assertThat(waterfall.bars()).allMatch(bar -> bar.x() + bar.width() <= Waterfall.WIDTH);
    }

    private void register(String patient) throws InterruptedException {
        send(registration(patient));
    }

    private static ObjectNode registration(String patient) {
        return JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", patient)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", patient + "@example.org");
    }

    private void book(String request, String patient) throws InterruptedException {
        send(booking(request, patient));
    }

    private ObjectNode booking(String request, String patient) {
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        ObjectNode body = JSON.createObjectNode().put("requestId", request).put("patientId", patient)
                .put("appointmentDate", date.toString()).put("startTime", "12:00").put("endTime", "12:30");
        body.putArray("resourceIds").add("room:" + name);
        return body;
    }

    private void send(ObjectNode body) throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), body.toString(), Map.of());
        stage.awaitIdle();
    }
}
