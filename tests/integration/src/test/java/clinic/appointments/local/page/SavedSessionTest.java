package clinic.appointments.local.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.run.StageDays;
import clinic.appointments.local.run.StageEvents;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A saved session answers every question that the running stage answers, and takes no command. */
@ExtendWith(PageExtension.class)
class SavedSessionTest {

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "saved-" + UUID.randomUUID().toString().substring(0, 12);

    SavedSessionTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @Test
    void showsWhatTheRunningStageShows() throws InterruptedException {
        refuse();
        String day = "/day?of=room:" + name + "&date=" + book();
        assertThat(browser.get(day)).contains("<strong>10:00 to 10:30</strong>");
        List<String> views = List.of("/", "/stories", "/stories/" + name, "/stories/" + name + "-b",
                "/queues?at=AppointmentRequestQueue", "/?at=PatientsTable", "/inbox", "/clock", "/calls", "/access",
                day);
        Shown shown = shown(views);
        for (int again = 0; again < 5 && shown.hasChanged(); again++) {
            shown = shown(views);
        }
        assertThat(shown.hasChanged()).isFalse();
        assertThat(shown.saved()).isEqualTo(shown.running());
    }

    /** @param later what the running stage shows later: it acts by itself, as in reconciliation */
    private record Shown(Map<String, String> running, Map<String, String> saved, Map<String, String> later) {

        boolean hasChanged() {
            return !running.equals(later);
        }
    }

    private Shown shown(List<String> views) throws InterruptedException {
        Map<String, String> running = contents(browser, views);
        try (Browser saved = new Browser(open())) {
            return new Shown(running, contents(saved, views), contents(browser, views));
        }
    }

    private static Map<String, String> contents(Browser browser, List<String> views) throws InterruptedException {
        Map<String, String> contents = new TreeMap<>();
        for (String view : views) {
            contents.put(view, content(browser.get(view)));
        }
        return contents;
    }

    @Test
    void tellsTheSameStoryInATerminal() throws InterruptedException {
        refuse();
        try (SessionFile file = SessionFile.open(SessionFile.save(stage, StageEvents.of(stage)))) {
            assertThat(file.story(name)).isEqualTo(browser.get("/stories/" + name + "?as=text").stripTrailing())
                    .contains("Story of " + name, "Rejected UNKNOWN_APPOINTMENT", "into AppointmentRequestQueue");
            assertThat(file.story("no-such-id")).startsWith("Nothing names the id no-such-id");
        }
    }

    @Test
    void hasWhatWasSentAsEvents() throws InterruptedException {
        refuse();
        String events = browser.get("/session.events.json");
        assertThat(events).contains("\"name\":\"CANCEL " + name + "\"", "\"expect\":\"REJECTED:UNKNOWN_APPOINTMENT\"");
        try (Browser saved = new Browser(open())) {
            assertThat(saved.get("/session.events.json")).isEqualTo(events);
        }
    }

    @Test
    void takesNoCommand() throws InterruptedException {
        try (Browser saved = new Browser(open())) {
            assertThat(saved.post("/clock/advance?by=PT1H", "").statusCode()).isEqualTo(409);
            assertThat(saved.get("/clock")).contains("<body class=\"saved\"");
            assertThat(browser.get("/clock")).doesNotContain("<body class=\"saved\"");
        }
    }

    @Test
    void comesFromThePageAsAFile(@TempDir Path folder) throws IOException, InterruptedException {
        refuse();
        Path zip = folder.resolve("downloaded.zip");
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(browser.address() + "/session.zip")).build(),
                    HttpResponse.BodyHandlers.ofFile(zip));
        }
        try (SessionFile file = SessionFile.open(zip)) {
            assertThat(file.story(name)).contains("UNKNOWN_APPOINTMENT");
        }
    }

    @Test
    void refusesAFileThatIsNoSession(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
        assertThatThrownBy(() -> LocalPage.open(text, StageDays::of)).isInstanceOf(StageException.class)
                .hasMessage(text + " is not a session that a local run of this version has saved.");
    }

    private LocalPage open() {
        return LocalPage.open(SessionFile.save(stage, StageEvents.of(stage)), StageDays::of);
    }

    /** Books a room, and returns the date. */
    private LocalDate book() throws InterruptedException {
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(45);
        stage.send(QueueName.REQUEST.id(), """
                {"type": "REGISTER_PATIENT", "requestId": "%1$s-p", "patientId": "%1$s", "firstName": "Ana",
                 "lastName": "Silva", "email": "%1$s@example.org"}""".formatted(name), Map.of());
        stage.awaitIdle();
        stage.send(QueueName.REQUEST.id(), """
                {"requestId": "%1$s-b", "patientId": "%1$s", "resourceIds": ["room:%1$s"], "appointmentDate": "%2$s",
                 "startTime": "10:00", "endTime": "10:30"}""".formatted(name, date), Map.of());
        stage.awaitIdle();
        return date;
    }

    private void refuse() throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), """
                {"requestId": "%1$s", "type": "CANCEL", "appointmentId": "%1$s"}""".formatted(name), Map.of());
        stage.awaitIdle();
    }

    /** Without the times of the clock and from it, the page's own address and the requests that were sent from it. */
    private static String content(String view) {
        return view.substring(view.indexOf("<main"), view.indexOf("<footer>")).replaceAll("(?s)<h2>Asked from.*", "")
                .replaceAll("<p class=\"clock\">.*?</p>", "").replaceAll("<td class=\"when\">(\\d+ [a-z]+ ?)+</td>", "")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "");
    }
}
