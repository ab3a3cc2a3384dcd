package clinic.appointments.flow;

import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.CrashPoints.CrashPoint;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the function's process before and after the effect of every call to AWS on the way of an appointment that is
 * kept in spite of a block: it is off the list of the displaced when its receipt is there, and otherwise as before.
 */
@ExtendWith(StageExtension.class)
class KeepCrashTest {

    private final LocalStage stage;
    private final Service service;

    KeepCrashTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @TestFactory
    Stream<DynamicTest> survivesACrashAtEveryCall() throws InterruptedException {
        String undisturbed = displaced(unique("undisturbed"));
        List<CrashPoint> points = new CrashPoints(stage, List.of(FunctionName.MANAGEMENT))
                .of(() -> tell(undisturbed));
        assertThat(points).hasSizeGreaterThanOrEqualTo(2 * 4);
        return points.stream().map(point -> DynamicTest.dynamicTest(point.toString(), () -> survives(point)));
    }

    private void survives(CrashPoint point) throws InterruptedException {
        String name = displaced(unique("crash"));
        Fault crash = point.plant(stage);
        tell(name);
        assertThat(crash.fired()).as("the process was killed").isTrue();
    }

    private String displaced(String name) throws InterruptedException {
        service.register(name);
        stage.awaitIdle();
        service.book(name, name, service.inDays(9), "10:00", "10:30", "room:" + name);
        stage.awaitIdle();
        manage("block-" + name, command("BLOCK", name).put("from", service.inDays(9).toString()).put("to",
                service.inDays(9).toString()));
        return name;
    }

    private void tell(String name) throws InterruptedException {
        JsonNode before = service.appointment(name).orElseThrow();
        assertThat(displacedFrom(name)).containsExactly(name);

        manage("keep-" + name, command("KEEP", name).put("appointmentId", name));

        assertThat(displacedFrom(name)).isEmpty();
        ObjectNode after = (ObjectNode) service.appointment(name).orElseThrow();
        assertThat(after.remove("kept")).extracting(mark -> mark.path("blockId").asText()).containsExactly(name);
        assertThat(after).isEqualTo(before);
        assertThat(stage.counts(QueueName.MANAGEMENT.id()).visible()).isZero();
        assertThat(stage.deadLetters(QueueName.MANAGEMENT.deadLetterId()))
                .noneMatch(message -> message.body().contains(name));
    }

    private static ObjectNode command(String type, String name) {
        return Service.JSON.createObjectNode().put("type", type).put("blockId", name).put("resourceId",
                "room:" + name);
    }

    private void manage(String request, ObjectNode command) throws InterruptedException {
        service.send(QueueName.MANAGEMENT, command.put("requestId", request));
        stage.awaitIdle();
        assertThat(service.outcome(request)).contains("ACCEPTED");
    }

    private List<String> displacedFrom(String name) throws InterruptedException {
        ObjectNode event = Service.get("/resources/{resourceId}/displaced");
        event.putObject("pathParameters").put("resourceId", "room:" + name);
        ObjectNode dates = event.putObject("multiValueQueryStringParameters");
        dates.putArray("from").add(service.inDays(8).toString());
        dates.putArray("to").add(service.inDays(10).toString());
        return Service.read(service.query(event).path("body").asText()).findValuesAsText("appointmentId");
    }
}
