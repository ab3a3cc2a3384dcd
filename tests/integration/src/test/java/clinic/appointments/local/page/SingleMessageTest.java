package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.process.Polling;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A person does to one message what SQS lets its receiver do, and no more. */
@ExtendWith(PageExtension.class)
class SingleMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String QUEUE = QueueName.REQUEST.id();
    private static final String DLQ = QueueName.REQUEST.deadLetterId();

    private final LocalStage stage;
    private final Browser browser;
    private final String name = "single-" + UUID.randomUUID().toString().substring(0, 12);

    SingleMessageTest(LocalStage stage, Browser browser) {
        this.stage = stage;
        this.browser = browser;
    }

    @AfterEach
    void liftAll() throws InterruptedException {
        browser.post("/trouble/lift", "");
        stage.awaitIdle();
    }

    @Test
    void isRedeliveredBeforeItsTime() throws InterruptedException {
        MessageTrail held = held();
        Duration ahead = stage.clock().ahead();
        assertThat(browser.get("/queues?at=" + QUEUE)).contains("Redeliver now", "Hide for 15 minutes",
                "Dead-letter it", "in flight until");

        assertThat(command("redeliver", held, "")).contains("is visible now");
        assertThat(Polling.until(() -> !trail(QUEUE, held.messageId()).isPresent(), () -> true, LONG)).isTrue();
        assertThat(trail(QUEUE, held.messageId()).receivedAt()).hasSize(2);
        assertThat(stage.clock().ahead()).isEqualTo(ahead);
    }

    @Test
    void isHiddenForLonger() throws InterruptedException {
        MessageTrail held = held();
        assertThat(command("delay", held, "?by=PT2H")).contains("is visible in 2 h");
        Instant visible = trail(QUEUE, held.messageId()).visibleFrom();
        assertThat(visible).isAfter(stage.clock().instant().plus(Duration.ofMinutes(110)));
        assertThat(browser.get("/clock")).contains("message in " + QUEUE + " is visible again");

        assertThat(refused("delay", held, "?by=PT13H")).contains("12 hours");
        assertThat(refused("delay", held, "?by=soon")).contains("ISO-8601");
    }

    @Test
    void isDeadLetteredAndSentBackAlone() throws InterruptedException {
        MessageTrail held = held();
        String letter = command("bury", held, "").replaceFirst("(?s).* as (\\S+).*", "$1");
        String other = stage.send(DLQ, registration(), Map.of());
        assertThat(trail(QUEUE, held.messageId()).isPresent()).isFalse();
        assertThat(trail(DLQ, letter).attributes()).containsEntry("requestId", held.messageId())
                .containsKey("sentAt");
        assertThat(browser.get("/queues?at=" + DLQ)).contains("/queues/" + DLQ + "/redrive/" + letter);

        assertThat(browser.post("/queues/" + DLQ + "/redrive/" + letter, "").body()).contains("sent to " + QUEUE);
        stage.awaitIdle();
        assertThat(stage.deadLetters(DLQ)).extracting(QueuedMessage::messageId).contains(other).doesNotContain(letter);
        assertThat(stage.messages().matching(each -> held.messageId().equals(each.attributes().get("requestId"))
                && !each.isPresent())).as("as its own request").hasSize(2);
        assertThat(browser.post("/queues/" + DLQ + "/redrive/" + letter, "").statusCode()).isEqualTo(400);
        browser.post("/queues/" + DLQ + "/redrive/" + other, "");
    }

    @Test
    void isLeftAloneWithoutAHandle() throws InterruptedException {
        MessageTrail held = held();
        command("redeliver", held, "");
        stage.awaitIdle();
        assertThat(refused("redeliver", held, "")).contains("has left its queue");

        String letter = stage.send(DLQ, registration(), Map.of());
        var answer = browser.post("/queues/" + DLQ + "/redeliver/" + letter, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Nobody has received the message yet");
        browser.post("/queues/" + DLQ + "/redrive/" + letter, "");
        assertThat(browser.post("/queues/" + QUEUE + "/bury/none", "").statusCode()).isEqualTo(404);
    }

    /** A message whose receiver was killed before it did anything. */
    private MessageTrail held() throws InterruptedException {
        stage.awaitIdle();
        var planted = browser.post("/trouble/plant", "effect=KILL&moment=BEFORE&call=dynamodb:UpdateItem&function="
                + FunctionName.REQUEST.id() + "&resource=" + IdempotencyTable.ID);
        assertThat(planted.statusCode()).as(planted.body()).isEqualTo(200);
        String id = stage.send(QUEUE, registration(), Map.of());
        assertThat(Polling.until(this::isStruck, () -> true, LONG)).isTrue();
        return trail(QUEUE, id);
    }

    private boolean isStruck() {
        try {
            return browser.get("/trouble").contains(">1 of 1<");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String command(String verb, MessageTrail message, String query) throws InterruptedException {
        var answer = browser.post("/queues/" + QUEUE + "/" + verb + "/" + message.messageId() + query, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().strip();
    }

    private String refused(String verb, MessageTrail message, String query) throws InterruptedException {
        var answer = browser.post("/queues/" + QUEUE + "/" + verb + "/" + message.messageId() + query, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private MessageTrail trail(String queueId, String messageId) {
        String queue = stage.deployment().queues().stream().filter(each -> each.id().equals(queueId)).findFirst()
                .orElseThrow().name();
        return stage.messages().matching(each -> each.messageId().equals(messageId) && each.queue().equals(queue))
                .getFirst();
    }

    private String registration() {
        return JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", name)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", name + "@example.org")
                .toString();
    }
}
