package clinic.appointments.local.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The day of a resource or patient shows what is claimed and free, and sends ordinary requests to the API. */
@ExtendWith(PageExtension.class)
class DayViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_AHEAD = 46;

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "day-" + UUID.randomUUID().toString().substring(0, 12);
    private final LocalDate date;

    DayViewTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
        this.date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }

    @Test
    void booksMovesAndCancels() throws InterruptedException {
        String day = "/day?of=device:" + name + "&date=" + date;
        assertThat(browser.get(day)).contains("Nothing takes time on this day", "aria-label=\"Book 12:00 to 12:30\"",
                "&amp;start=12%3A00&amp;end=12%3A30", "action=\"/day/book\"");
        assertThat(browser.get(day + "&start=12:00&end=12:30")).contains("name=\"start\" value=\"12:00\"",
                "name=\"resources\" value=\"device:" + name + "\"");

        String booked = command("book", "patient=" + name + "&resources=device:" + name + time("12:00", "12:30"));
        String id = Browser.all("\"appointmentId\":\"([^\"]*)\"", booked).getFirst();
        assertThat(booked).contains("curl -X POST '" + stage.api() + "/appointments'", "Idempotency-Key: " + id);
        assertThat(browser.get(day)).contains("<strong>12:00 to 12:30</strong>", "data-id=\"" + id + "\"", name,
                "BOOKED").doesNotContain("aria-label=\"Book 12:00 to 12:30\"");
        assertThat(browser.get("/day?of=" + name + "&date=" + date)).contains("data-id=\"" + id + "\"");
        assertThat(browser.get(day + "&move=" + id)).contains("action=\"/day/move\"", "value=\"" + id + "\"");

        command("move", "id=" + id + time("14:00", "14:30"));
        assertThat(browser.get(day)).contains("<strong>14:00 to 14:30</strong>", "Book 12:00 to 12:30", "RESCHEDULED");

        command("cancel/" + id, "");
        assertThat(browser.get(day)).contains("Nothing takes time on this day", "CANCELLED");
    }

    @Test
    void showsTheCommandOfEachButton() throws InterruptedException {
        register();
        command("book", "patient=" + name + "&resources=device:" + name + time("10:00", "10:30"));
        String shown = browser.get("/day?of=device:" + name + "&date=" + date);
        assertThat(Browser.all("<form class=\"cross\" method=\"post\" action=\"([^\"]*)\"", shown)).hasSize(1)
                .allSatisfy(action -> assertThat(shown)
                        .contains("<code>curl -X POST '" + browser.address() + action + "'</code>"));
    }

    @Test
    void tellsWhatIsRefused() throws InterruptedException {
        var answer = browser.post("/day/book", "patient=" + name + "&date=soon&start=12:00&end=12:30");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("appointmentDate", "curl -X POST");
        assertThat(browser.get("/day")).contains("HTTP 400");
        assertThat(browser.post("/day/book", "", "Origin", "http://attacker.example").statusCode()).isEqualTo(403);
        assertThat(browser.post("/day/nonsense", "").statusCode()).isEqualTo(404);
    }

    @Test
    void escapesWhatItIsAskedFor() throws InterruptedException {
        String shown = browser
                .get("/day?of=%3Cscript%3Ealert(1)%3C/script%3E&date=%3Cb%3E&move=%22%3E%3Cimg%20src=x%3E");
        assertThat(shown).doesNotContain("<script>alert", "<img").contains("Nothing takes time on this day");
    }

    private String time(String start, String end) {
        return "&date=" + date + "&start=" + start + "&end=" + end + "&zone=Europe/Berlin";
    }

    private String command(String command, String fields) throws InterruptedException {
        register();
        var answer = browser.post("/day/" + command, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        stage.awaitIdle();
        return answer.body();
    }

    private void register() throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", name).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", name + "@example.org").toString(), Map.of());
        stage.awaitIdle();
    }
}
