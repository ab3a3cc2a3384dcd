package clinic.appointments.local.page;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;

import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page works offline, tells of changes, and lets no other origin in. */
@ExtendWith(PageExtension.class)
class LocalPageTest {

    private static final String LATER = "/clock/advance?by=PT0S";

    private final LocalStage stage;
    private final Browser browser;

    LocalPageTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @Test
    void loadsNothingFromElsewhere() throws InterruptedException {
        String view = browser.get("/");
        assertThat(Browser.all("(?:src|href|hx-get|sse-connect|action)=\"([^\"]*)\"", view)).isNotEmpty()
                .allMatch(address -> address.matches("/[^/].*|/|#view|data:,"));
        assertThat(browser.get("/htmx.js")).contains("htmx");
        assertThat(browser.get("/sse.js")).contains("sse-connect");
        assertThat(browser.get("/style.css")).contains("prefers-color-scheme: dark").doesNotContain("url(", "@import");
    }

    @Test
    void tellsOfAChange() throws InterruptedException {
        try (var changes = browser.changes()) {
            Iterator<String> lines = changes.iterator();
            assertThat(lines.next()).startsWith("retry:");
            stage.send(QueueName.MAIL_EVENT.id(), "{}", Map.of());
            while (!lines.next().equals("event: change")) {
                assertThat(lines.hasNext()).isTrue();
            }
        }
        stage.awaitIdle();
    }

    @Test
    void isReachedFromThisMachineOnly() {
        assertThat(browser.address().getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attacker.example", "attacker.example:80", "127.0.0.1", "127.0.0.1:1"})
    void refusesAnotherHost(String host) {
        assertThat(browser.statusForHost(host)).contains(" 403 ");
    }

    @Test
    void answersToItsOwnNames() {
        int port = browser.address().getPort();
        assertThat(browser.statusForHost("127.0.0.1:" + port)).contains(" 200 ");
        assertThat(browser.statusForHost("localhost:" + port)).contains(" 200 ");
    }

    @ParameterizedTest
    @CsvSource({"Origin,http://attacker.example", "Origin,null", "Origin,http://127.0.0.1", "Origin,http://127.0.0.1:1",
            "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site"})
    void refusesACommandFromAnotherOrigin(String header, String value) throws InterruptedException {
        int sent = stage.messages().matching(_ -> true).size();
        assertThat(browser.post("/send/" + QueueName.REQUEST.id(), "{}", header, value).statusCode()).isEqualTo(403);
        assertThat(stage.messages().matching(_ -> true)).hasSize(sent);
    }

    @Test
    void carriesOutACommandOfItsOwnAndOfAProgram() throws InterruptedException {
        String own = browser.address().toString();
        assertThat(browser.post(LATER, "", "Origin", own, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
        assertThat(Instant.parse(browser.post(LATER, "").body().strip())).isBeforeOrEqualTo(stage.clock().instant());
    }

    @Test
    void saysWhichCommandsThereAre() throws InterruptedException {
        assertThat(browser.post("/nonsense", "").statusCode()).isEqualTo(404);
        assertThat(browser.post("/send/NoQueue", "").body()).contains("NoQueue");
        assertThat(browser.post("/clock/advance?by=soon", "").statusCode()).isEqualTo(400);
        assertThat(browser.post("/clock/advance?by=-PT1H", "").statusCode()).isEqualTo(400);
    }
}
