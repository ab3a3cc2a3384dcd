package clinic.appointments.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Queue;
import clinic.appointments.port.UnresolvedRequests;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** A request whose message has used up its receives is given up, and ends as any other when an operator sends it on. */
class GivenUpTest {

    private static final FaultEffect REFUSED = new FaultEffect.Refuse("ValidationException",
            "One or more parameter values are not valid");

    private static LocalStage stage;
    private static Service service;

    @TempDir
    Path folder;

    @BeforeAll
    static void boot() throws InterruptedException {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
        service = new Service(stage);
        service.register("patient-given-up");
        stage.awaitIdle();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void aRequestThatFailsOnEachReceiveIsGivenUpAndEndsWhenItIsSentOn() throws Exception {
        long before = summary().path("givenUp").asLong();
        failOnReceives(QueueName.MAX_RECEIVES);
        String request = book("09:00", "09:30");

        assertThat(service.outcome(request)).contains("GIVEN_UP");
        assertThat(deadLetters(request)).isOne();
        assertThat(summary().path("givenUp").asLong()).isEqualTo(before + 1);

        sendOn();
        assertThat(summary().path("givenUp").asLong()).isEqualTo(before);
        assertThat(service.outcome(request)).contains("ACCEPTED");
        assertThat(deadLetters(request)).isZero();
    }

    @Test
    void aRequestWhoseFunctionDiesOnTheLastReceiveIsGivenUpByReconciliationAndEndsWhenItIsSentOn() throws Exception {
        failOnReceives(QueueName.MAX_RECEIVES - 1);
        Fault death = dieOnReceive(QueueName.MAX_RECEIVES);
        String request = book("10:00", "10:30");

        assertThat(death.fired()).isTrue();
        assertThat(deadLetters(request)).isOne();
        assertThat(service.outcome(request)).as("nobody lived to write it").contains("PENDING");

        stage.runAhead(UnresolvedRequests.SILENCE);
        assertThat(summary().path("pendingTooLong").asLong()).isOne();
        reconcile();
        assertThat(service.outcome(request)).contains("GIVEN_UP");
        assertThat(summary().path("pendingTooLong").asLong()).isZero();
        assertThat(summary().path("givenUp").asLong()).isOne();

        sendOn();
        assertThat(service.outcome(request)).contains("ACCEPTED");
        reconcile();
        assertThat(service.outcome(request)).contains("ACCEPTED");
        assertThat(summary().path("givenUp").asLong()).isZero();
    }

    @Test
    void theSummaryCountsWhatIsLateUntilItIsSentAgainAndWhatIsParkedUntilItsMessageIsGone() throws Exception {
        String request = book("11:00", "11:30");
        service.forgetSchedules();
        stage.runAhead(Duration.ofDays(3).plusHours(23));
        assertThat(summary().at("/late/reminders").asLong()).isPositive();
        assertThat(summary().path("complete").asBoolean()).isTrue();
        reconcile();
        assertThat(service.outcome(request)).contains("ACCEPTED");
        assertThat(summary().at("/late/reminders").asLong()).isZero();

        long parked = summary().path("parked").asLong();
        stage.send(QueueName.REQUEST.id(), "no JSON", Map.of("requestId", unique("parked")));
        stage.awaitIdle();
        assertThat(summary().path("parked").asLong()).isEqualTo(parked + 1);
        stage.runAhead(UnresolvedRequests.KEPT.plusSeconds(1));
        assertThat(summary().path("parked").asLong()).isZero();
    }

    private static JsonNode summary() throws InterruptedException {
        return Service.read(service.query(Service.get("/overdue/summary")).path("body").asText());
    }

    /** Between two receives nothing is given up. */
    @Test
    void allReceivesOfAMessageFitIntoTheSilence() {
        for (QueueName name : QueueName.values()) {
            Queue queue = stage.deployment().queues().stream().filter(one -> one.id().equals(name.id())).findFirst()
                    .orElseThrow();
            assertThat(queue.visibilityTimeout().multipliedBy(queue.redrive().orElseThrow().maxReceiveCount())
                    .plus(queue.delay())).isLessThanOrEqualTo(UnresolvedRequests.SILENCE);
        }
    }

    private String book(String start, String end) throws InterruptedException {
        String request = service.book(unique("book"), "patient-given-up", service.inDays(4), start, end);
        stage.awaitIdle();
        return request;
    }

    private static void failOnReceives(int receives) {
        for (int receive = 1; receive <= receives; receive++) {
            stage.gateway().faults().add(booking(), receive, Fault.Moment.BEFORE, REFUSED);
        }
    }

    private static Fault dieOnReceive(int receive) {
        return stage.gateway().faults().add(booking(), receive, Fault.Moment.BEFORE,
                new FaultEffect.Run(() -> stage.killFunction(FunctionName.REQUEST.id())));
    }

    private static CallMatch booking() {
        return CallMatch.of(clinic.appointments.local.gateway.Service.DYNAMODB, "TransactWriteItems")
                .by(FunctionName.REQUEST.id());
    }

    private static void reconcile() throws InterruptedException {
        stage.send(QueueName.REMINDER.id(), "{\"type\":\"RECONCILE\"}", Map.of());
        stage.awaitIdle();
    }

    private void sendOn() throws Exception {
        new RunbookShell(stage, folder, Map.of()).follow("Dead letters");
        stage.awaitIdle();
    }

    private static long deadLetters(String request) {
        return stage.deadLetters(QueueName.REQUEST.deadLetterId()).stream()
                .filter(message -> message.body().contains(request)).count();
    }
}
