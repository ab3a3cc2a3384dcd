package clinic.appointments.local.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import clinic.appointments.local.template.RecurringSchedule;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The views of queues, letters, the clock, calls and permissions, and the commands that they offer. */
@ExtendWith(PageExtension.class)
class ViewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_AHEAD = 49;
    private static final String DLQ = QueueName.REQUEST.deadLetterId();

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "views-" + UUID.randomUUID().toString().substring(0, 12);

    ViewsTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @Test
    void showsEveryControlWithItsCommand() throws InterruptedException {
        for (String view : Browser.all("<a href=\"([^\"]*)\"[^>]*>", browser.get("/")).stream().distinct().toList()) {
            String shown = browser.get(view);
            assertThat(Browser.all("<form class=\"command\" method=\"post\" action=\"([^\"]*)\"", shown))
                    .allSatisfy(action -> assertThat(shown)
                            .contains("<code>curl -X POST '" + browser.address() + action + "'</code>"));
            assertThat(Browser.all("(?s)(<form class=\"command fields.*?</form>)", shown))
                    .allSatisfy(form -> assertThat(form).contains("<code>" + curl(form) + "</code>"));
        }
    }

    /** The command of a form whose fields have the values that they begin with. */
    private String curl(String form) {
        return "curl -X POST '" + browser.address() + Browser.all(" action=\"([^\"]*)\"", form).getFirst() + "'"
                + Browser.all("(?s)<(?:input|select)( .*?)(?=<(?:input|select|button))", form).stream()
                        .map(field -> " --data-urlencode '" + Browser.all(" name=\"([^\"]*)\"", field).getFirst() + "="
                                + Browser.all(" value=\"([^\"]*)\"", field).getFirst() + "'")
                        .collect(Collectors.joining());
    }

    @Test
    void showsDeadLettersAndSendsThoseThatFailedBack() throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), "{\"type\":\"BOOK\", \"" + name, Map.of());
        stage.awaitIdle();
        String failed = stage.send(DLQ, registration(name), Map.of());

        assertThat(browser.get("/queues?at=" + DLQ)).contains(letterOf(name), failed, "parkedReason",
                name + "@example.org",
                "action=\"/queues/" + DLQ + "/redrive\"");
        assertThat(browser.post("/queues/" + DLQ + "/redrive", "").body())
                .contains(" sent to " + QueueName.REQUEST.id() + ", ");
        stage.awaitIdle();

        assertThat(stage.deadLetters(DLQ)).extracting(QueuedMessage::messageId).doesNotContain(failed)
                .contains(letterOf(name));
        assertThat(stage.messages().matching(each -> failed.equals(each.attributes().get("requestId"))))
                .as("sent under the id of its request").hasSize(1);
        assertThat(browser.post("/queues/" + QueueName.REQUEST.id() + "/redrive", "").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsACopy() throws InterruptedException {
        register(name);
        String first = stage.messages().matching(each -> each.body().contains(name)).getFirst().messageId();
        String copy = browser.post("/queues/" + QueueName.REQUEST.id() + "/copy/" + first, "").body().strip();
        stage.awaitIdle();

        assertThat(stage.messages().matching(each -> each.messageId().equals(copy))).hasSize(1);
        assertThat(browser.get("/queues?at=" + QueueName.REQUEST.id())).contains(copy);
        assertThat(browser.post("/queues/" + QueueName.REQUEST.id() + "/copy/none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void showsALetterAndItsFile() throws InterruptedException, MessagingException, IOException {
        book();
        Mail mail = stage.mails().stream().filter(each -> each.to().contains(name + "@example.org")).findFirst()
                .orElseThrow();

        assertThat(browser.get("/inbox?find=" + name)).contains("/inbox?at=" + mail.messageId());
        assertThat(browser.get("/inbox?at=" + mail.messageId())).contains("<iframe sandbox", "Story of " + name,
                " UTC to ", "CONFIRMED").doesNotContain("allow-scripts");
        assertThat(browser.get("/inbox/" + mail.messageId() + ".html")).isEqualTo(mail.html()).isNotEmpty();
        MimeMessage file = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(
                browser.get("/inbox/" + mail.messageId() + ".eml").getBytes(StandardCharsets.UTF_8)));
        assertThat(file.getSubject()).isEqualTo(mail.subject());
        assertThat(file.getContentType()).startsWith("multipart/");
    }

    @Test
    void runsTheClockToTheNextEvent() throws InterruptedException {
        book();
        Instant next = stage.nextDue().orElseThrow();
        assertThat(browser.get("/clock")).contains(Times.moment(next), "action=\"/clock/next\"");

        assertThat(Instant.parse(browser.post("/clock/next", "").body().strip())).isAfterOrEqualTo(next);
        assertThat(stage.nextDue()).isNotEqualTo(Optional.of(next));
    }

    @Test
    void runsTheClockToARecurringSchedule() throws InterruptedException {
        Map.Entry<RecurringSchedule, Instant> due = stage.recurring().entrySet().iterator().next();
        String command = "/clock/recurring/" + due.getKey().id();
        assertThat(browser.get("/clock")).contains(Times.moment(due.getValue()), "action=\"" + command + "\"",
                "Expires", "AppointmentsTable");

        assertThat(Instant.parse(browser.post(command, "").body().strip())).isAfterOrEqualTo(due.getValue());
        assertThat(stage.recurring().get(due.getKey())).isAfter(due.getValue());
        assertThat(browser.post("/clock/recurring/None", "").statusCode()).isEqualTo(400);
    }

    @Test
    void findsCallsByWhatTheyDid() throws InterruptedException {
        register(name);
        assertThat(browser.get("/calls?find=dynamodb:PutItem")).contains("dynamodb:PutItem", "PatientsTable")
                .doesNotContain("sqs:ReceiveMessage</a>");
        assertThat(browser.get("/calls?find=" + name)).contains("No call matches");
    }

    @Test
    void showsWhichPermissionsWereUsedAndWhichCallsWereDenied() throws InterruptedException {
        register(name);
        assertThat(browser.get("/access")).contains("dynamodb:PutItem", "class=\"chip good\">used<", "not yet");
    }

    /** The id of the parked message that contains the text: the service parks a message under a new id. */
    private String letterOf(String text) {
        return stage.deadLetters(DLQ).stream().filter(letter -> letter.body().contains(text)).findFirst().orElseThrow()
                .messageId();
    }

    private static String registration(String patient) {
        return JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", patient)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", patient + "@example.org")
                .toString();
    }

    private void register(String patient) throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), registration(patient), Map.of());
        stage.awaitIdle();
    }

    private void book() throws InterruptedException {
        register(name);
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        stage.send(QueueName.REQUEST.id(), JSON.createObjectNode().put("requestId", name).put("patientId", name)
                .put("appointmentDate", date.toString()).put("startTime", "12:00").put("endTime", "12:30").toString(),
                Map.of());
        stage.awaitIdle();
    }
}
