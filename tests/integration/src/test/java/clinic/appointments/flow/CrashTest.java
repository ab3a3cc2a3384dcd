package clinic.appointments.flow;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.CrashPoints.CrashPoint;
import clinic.appointments.local.gateway.Fault;
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

    private final LocalStage stage;
    private final Service service;

    CrashTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @TestFactory
    Stream<DynamicTest> survivesACrashAtEveryCall() throws InterruptedException {
        List<CrashPoint> points = new CrashPoints(stage,
                List.of(FunctionName.REQUEST, FunctionName.CONFIRMATION, FunctionName.REMINDER))
                .of(() -> tell(unique("undisturbed")));
        assertThat(points).hasSizeGreaterThanOrEqualTo(2 * 15);
        return points.stream().map(point -> DynamicTest.dynamicTest(point.toString(), () -> survives(point)));
    }

    private void survives(CrashPoint point) throws InterruptedException {
        Fault crash = point.plant(stage);
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
}
