package clinic.appointments.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the function's process before and after the effect of every call to AWS on the way of one booking, from request
 * to reminder: nothing is lost, nothing is booked twice, and the only thing that ever happens twice is an e-mail whose
 * acceptance nobody lived to note.
 */
@ExtendWith(StageExtension.class)
class CrashTest {

    /** What Lambda does in the function's name: the function is not at work then. */
    private static final Set<String> POLLING = Set.of("ReceiveMessage", "DeleteMessageBatch", "GetQueueAttributes");
    /** The search for what is overdue, which is no part of the story; it only reads, and comes again. */
    private static final Set<String> SEARCHING = Set.of("Query", "BatchGetItem");

    /** What a process calls only once, with its first message. */
    private static final String ONCE = "GenerateMac";

    private final LocalStage stage;
    private final Service service;

    CrashTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    /**
     * A call of the story, and when the process dies.
     *
     * @param afterMail whether the same function has handed a letter over with its last call before this one
     */
    private record CrashPoint(String caller, RecordedCall call, int occurrence, Fault.Moment moment,
            boolean afterMail) {

        @Override
        public String toString() {
            return "%s %s %s #%d".formatted(moment.name().toLowerCase(Locale.ROOT), caller,
                    call.fullAction(), occurrence);
        }

        boolean isBetweenAcceptanceAndNote() {
            return (call.action().equals("SendEmail") && moment == Fault.Moment.AFTER)
                    || (afterMail && moment == Fault.Moment.BEFORE);
        }
    }

    @TestFactory
    Stream<DynamicTest> survivesACrashAtEveryCall() throws InterruptedException {
        List<CrashPoint> points = crashPoints();
        assertThat(points).hasSizeGreaterThanOrEqualTo(2 * 15);
        return points.stream().map(point -> DynamicTest.dynamicTest(point.toString(), () -> survives(point)));
    }

    private List<CrashPoint> crashPoints() throws InterruptedException {
        stage.awaitIdle();
        leaveNothingToOtherStories();
        stage.killFunction(FunctionName.REQUEST.id());
        stage.gateway().calls().clear();
        tell(unique("undisturbed"));
        Map<String, Integer> seen = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        List<CrashPoint> points = new ArrayList<>();
        for (RecordedCall call : stage.gateway().calls().calls(CrashTest::isOfAFunctionAtWork)) {
            String caller = functionOf(call);
            int occurrence = seen.merge(caller + call.fullAction(), 1, Integer::sum);
            boolean afterMail = "SendEmail".equals(last.put(caller, call.action()));
            for (Fault.Moment moment : Fault.Moment.values()) {
                points.add(new CrashPoint(caller, call, occurrence, moment, afterMail));
            }
        }
        return points;
    }

    /** What other tests have scheduled would fire in the middle of this one. */
    private void leaveNothingToOtherStories() {
        stage.schedules().forEach(stage::forget);
    }

    private void survives(CrashPoint point) throws InterruptedException {
        if (point.call().action().equals(ONCE)) {
            stage.killFunction(point.caller());
        }
        CallMatch match = CallMatch.of(point.call().service(), point.call().action()).by(point.caller());
        Fault crash = stage.gateway().faults().add(match, point.occurrence(), point.moment(),
                new FaultEffect.Run(() -> stage.killFunction(point.caller())));
        String name = unique("crash");
        tell(name);

        assertThat(crash.fired()).as("the process was killed").isTrue();
        assertThat(service.outcome("register-" + name)).contains("ACCEPTED");
        assertThat(service.outcome("book-" + name)).contains("ACCEPTED");
        JsonNode appointment = service.appointment("book-" + name).orElseThrow();
        assertThat(appointment.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(appointment.path("history")).hasSize(2);
        assertThat(appointment.path("reminders").findValuesAsText("state")).containsExactly("SENT", "SENT", "SENT");
        assertThat(mails(name)).isEqualTo(point.isBetweenAcceptanceAndNote() ? 4 : 3);
        assertThat(Stream.of(QueueName.values()).map(queue -> stage.counts(queue.id()).visible())).containsOnly(0);
        assertThat(deadLetters(name)).isZero();
    }

    /** One patient, one booking, a notice and two reminders, one message after another. */
    private void tell(String name) throws InterruptedException {
        service.send("register-" + name, Service.JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", name).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", name + "@example.org"));
        stage.awaitIdle();
        service.book("book-" + name, name, service.inDays(3), "10:00", "10:30", "room:" + name);
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(4));
    }

    private long mails(String name) {
        return stage.mails().stream().filter(mail -> mail.to().contains(name + "@example.org")).count();
    }

    private long deadLetters(String name) {
        return Stream.of(QueueName.values()).flatMap(queue -> stage.deadLetters(queue.deadLetterId()).stream())
                .filter(message -> message.body().contains(name)).count();
    }

    private static boolean isOfAFunctionAtWork(RecordedCall call) {
        return !POLLING.contains(call.action()) && !isOfASearch(call)
                && Stream.of(FunctionName.REQUEST, FunctionName.CONFIRMATION, FunctionName.REMINDER)
                        .anyMatch(function -> call.caller().startsWith(function.id()));
    }

    private static boolean isOfASearch(RecordedCall call) {
        return call.caller().startsWith(FunctionName.REMINDER.id()) && SEARCHING.contains(call.action());
    }

    private static String functionOf(RecordedCall call) {
        return Stream.of(FunctionName.values()).map(FunctionName::id).filter(call.caller()::startsWith).findFirst()
                .orElseThrow();
    }
}
