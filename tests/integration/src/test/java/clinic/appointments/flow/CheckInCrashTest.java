package clinic.appointments.flow;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
 * Kills the function's process before and after the effect of every call to AWS on the way of two check-ins: each mark
 * and its accepted receipt are there, once, and the appointment is otherwise as before.
 */
@ExtendWith(StageExtension.class)
class CheckInCrashTest {

    private final LocalStage stage;
    private final Service service;

    CheckInCrashTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @TestFactory
    Stream<DynamicTest> survivesACrashAtEveryCall() throws InterruptedException {
        String undisturbed = confirmed(unique("undisturbed"));
        List<CrashPoint> points = new CrashPoints(stage, List.of(FunctionName.CONFIRMATION))
                .of(() -> tell(undisturbed));
        assertThat(points).hasSizeGreaterThanOrEqualTo(2 * 4);
        return points.stream().map(point -> DynamicTest.dynamicTest(point.toString(), () -> survives(point)));
    }

    private void survives(CrashPoint point) throws InterruptedException {
        String name = confirmed(unique("crash"));
        Fault crash = point.plant(stage);
        tell(name);
        assertThat(crash.fired()).as("the process was killed").isTrue();
    }

    /** An appointment whose day has come. */
    private String confirmed(String name) throws InterruptedException {
        service.register(name);
        stage.awaitIdle();
        service.book(name, name, service.inDays(1), "10:00", "10:30", "room:" + name);
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(1));
        return name;
    }

    private void tell(String name) throws InterruptedException {
        JsonNode before = service.appointment(name).orElseThrow();
        checkIn(name, "IN_ROOM");
        checkIn(name, "ARRIVED");

        JsonNode after = service.appointment(name).orElseThrow();
        assertThat(after.path("checkIn").path("state").asText()).isEqualTo("IN_ROOM");
        assertThat(after.path("checkIn").path("marks").findValuesAsText("state")).containsExactly("ARRIVED", "IN_ROOM");
        assertThat(after.path("checkIn").path("marks").findValuesAsText("actor")).containsOnly("desk-1");
        assertThat(after.path("history")).isEqualTo(before.path("history"));
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        assertThat(stage.counts(QueueName.CONFIRMATION.id()).visible()).isZero();
        assertThat(stage.deadLetters(QueueName.CONFIRMATION.deadLetterId()))
                .noneMatch(message -> message.body().contains(name));
    }

    private void checkIn(String name, String state) throws InterruptedException {
        String request = state.toLowerCase(Locale.ROOT) + "-" + name;
        service.settle(request, Service.JSON.createObjectNode().put("type", "CHECK_IN").put("appointmentId", name)
                .put("state", state).put("actor", "desk-1"));
        stage.awaitIdle();
        assertThat(service.outcome(request)).contains("ACCEPTED");
    }
}
