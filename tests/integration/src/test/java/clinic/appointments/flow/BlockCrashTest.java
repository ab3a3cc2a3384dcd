package clinic.appointments.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.CrashPoints.CrashPoint;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.TableScan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the function's process before and after the effect of every call to AWS on the way of a block that takes two
 * writes, and of its lifting: every day of the block refuses bookings when its receipt is there, and none of a lifted
 * one does.
 */
@ExtendWith(StageExtension.class)
class BlockCrashTest {

    private static final int DAYS = 30;

    private final LocalStage stage;
    private final Service service;

    BlockCrashTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @TestFactory
    Stream<DynamicTest> survivesACrashAtEveryCall() throws InterruptedException {
        List<CrashPoint> points = new CrashPoints(stage, List.of(FunctionName.MANAGEMENT))
                .of(() -> tell(unique("undisturbed")));
        assertThat(points).hasSizeGreaterThanOrEqualTo(2 * 16);
        return points.stream().map(point -> DynamicTest.dynamicTest(point.toString(), () -> survives(point)));
    }

    private void survives(CrashPoint point) throws InterruptedException {
        Fault crash = point.plant(stage);
        tell(unique("crash"));
        assertThat(crash.fired()).as("the process was killed").isTrue();
    }

    /** A room is blocked for a month, and free again. */
    private void tell(String name) throws InterruptedException {
        LocalDate first = service.inDays(9);
        manage("block-" + name, Service.JSON.createObjectNode().put("type", "BLOCK").put("blockId", name)
                .put("resourceId", "room:" + name).put("from", first.toString())
                .put("to", first.plusDays(DAYS - 1).toString()));
        assertThat(service.outcome("block-" + name)).contains("ACCEPTED");
        assertThat(days(name)).hasSize(DAYS + 1).allMatch(day -> day.has("block#" + name))
                .allMatch(day -> day.path("version").path("N").asInt() == 1);

        manage("lift-" + name, Service.JSON.createObjectNode().put("type", "UNBLOCK").put("blockId", name));
        assertThat(service.outcome("lift-" + name)).contains("ACCEPTED");
        assertThat(days(name)).noneMatch(day -> day.has("block#" + name));
        assertThat(stage.counts(QueueName.MANAGEMENT.id()).visible()).isZero();
        assertThat(stage.deadLetters(QueueName.MANAGEMENT.deadLetterId()))
                .noneMatch(message -> message.body().contains(name));
    }

    private void manage(String request, ObjectNode command) throws InterruptedException {
        service.send(QueueName.MANAGEMENT, command.put("requestId", request));
        stage.awaitIdle();
    }

    /** Whole local dates touch one UTC day more. */
    private List<JsonNode> days(String name) {
        return TableScan.items(stage, stage.deployment().table(CalendarsTable.ID).name()).stream()
                .filter(day -> day.path(CalendarsTable.KEY).path("S").asText().contains("room:" + name)).toList();
    }
}
