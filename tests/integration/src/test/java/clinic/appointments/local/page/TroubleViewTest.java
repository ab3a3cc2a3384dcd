package clinic.appointments.local.page;

import java.util.Map;
import java.util.UUID;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Trouble that a person plants strikes the calls that it names, and the verdict tells what it broke. */
@ExtendWith(PageExtension.class)
class TroubleViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUT_OF_PATIENT = "&call=dynamodb:PutItem&function=" + FunctionName.REQUEST.id()
            + "&resource=" + PatientsTable.ID;

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "trouble-" + UUID.randomUUID().toString().substring(0, 12);

    TroubleViewTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @AfterEach
    void liftAll() throws InterruptedException {
        browser.post("/trouble/lift", "");
        stage.awaitIdle();
    }

    @ParameterizedTest
    @CsvSource({"THROTTLE,BEFORE", "FAIL,AFTER", "LOSE,AFTER", "TIME_OUT,BEFORE", "KILL,BEFORE", "KILL,AFTER"})
    void strikesTheCallsThatItNames(String effect, String moment) throws InterruptedException {
        String planted = plant("effect=" + effect + "&moment=" + moment + "&nth=1&times=1" + PUT_OF_PATIENT);
        assertThat(browser.get("/trouble")).contains("0 of 1", "Lift it", "dynamodb:PutItem by");

        register();

        assertThat(browser.get("/trouble")).contains("1 of 1", "Put it away",
                "dynamodb:PutItem by " + FunctionName.REQUEST.id() + " on " + PatientsTable.ID);
        assertThat(stage.gateway().calls().calls(call -> call.fullAction().equals("dynamodb:PutItem")
                && call.resources().getFirst().contains(PatientsTable.ID))).hasSizeGreaterThan(1);
        assertThat(browser.post("/trouble/check", "").body()).as("nothing is lost").doesNotContain(name);
        assertThat(browser.post("/trouble/lift/" + number(planted), "").body()).contains("lifted");
        assertThat(browser.get("/trouble")).contains("No trouble is planted");
    }

    @Test
    void countsToTheNthCallAndNoFurtherThanItIsLifted() throws InterruptedException {
        String planted = plant("effect=THROTTLE&nth=2&times=3" + PUT_OF_PATIENT);
        register();
        assertThat(browser.get("/trouble")).contains("calls 2 to 4", "0 of 3");

        assertThat(browser.post("/trouble/lift/" + number(planted), "").statusCode()).isEqualTo(200);
        assertThat(browser.post("/trouble/lift/" + number(planted), "").statusCode()).isEqualTo(404);
        int before = thrown();
        register();
        assertThat(thrown()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "effect=EXPLODE", "effect=KILL", "effect=FAIL&moment=NEVER", "effect=FAIL&nth=0",
            "effect=FAIL&times=two", "effect=FAIL&times=9999", "effect=FAIL&call=PutItem", "effect=FAIL&call=iam:Pass",
            "effect=FAIL&call=sqs:", "effect=FAIL&function=%3Cb%3E", "effect=FAIL&resource=NoTable"})
    void refusesAnOrderThatNobodyCanCarryOut(String order) throws InterruptedException {
        var answer = browser.post("/trouble/plant", order);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().strip()).endsWith(".");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(browser.get("/trouble")).contains("No trouble is planted");
    }

    @Test
    void plantsWhatItsFormAndItsCommandSay() throws InterruptedException {
        assertThat(Browser.all("<option value=\"([^\"]*)\"", browser.get("/trouble"))).contains("KILL", "AFTER",
                "dynamodb:TransactWriteItems", "ses:SendEmail", FunctionName.REMINDER.id(), QueueName.REQUEST.id());
        assertThat(browser.post("/trouble/plant", "effect=FAIL", "Origin", "http://attacker.example").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsWhatIsBroken() throws InterruptedException {
        String call = plant("effect=FAIL&nth=1&times=20" + PUT_OF_PATIENT);
        String given = register();
        assertThat(browser.post("/trouble/check", "").body()).startsWith("red: ").contains("No message was given up.",
                given + " in ");
        assertThat(browser.get("/trouble")).contains("class=\"decision bad\"", "invariants broken", "broken</span>",
                "holds</span>");

        browser.post("/trouble/lift/" + number(call), "");
        browser.post("/queues/" + QueueName.REQUEST.deadLetterId() + "/redrive", "");
        stage.awaitIdle();
        assertThat(browser.post("/trouble/check", "").body()).doesNotContain(given);
    }

    @Test
    void toldOfAChangeWhenTroubleIsPlanted() throws InterruptedException {
        try (var changes = browser.changes()) {
            var lines = changes.iterator();
            assertThat(lines.next()).startsWith("retry:");
            plant("effect=FAIL&call=ses:SendEmail&nth=900");
            while (!lines.next().equals("event: change")) {
                assertThat(lines.hasNext()).isTrue();
            }
        }
    }

    private int thrown() {
        return stage.gateway().calls().calls(call -> call.fullAction().equals("dynamodb:PutItem")
                && call.status() == 400).size();
    }

    private String plant(String order) throws InterruptedException {
        var answer = browser.post("/trouble/plant", order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String number(String planted) {
        return Browser.all("planted ([0-9]+):", planted).getFirst();
    }

    private String register() throws InterruptedException {
        String id = stage.send(QueueName.REQUEST.id(), JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", name).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", name + "@example.org").toString(), Map.of());
        stage.awaitIdle();
        return id;
    }
}
