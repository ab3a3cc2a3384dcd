package clinic.appointments.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.process.Polling;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The segments that functions really send in each flow have the shape that was approved: which function calls which
 * table or queue, what is annotated, and what is marked as an error.
 */
class TraceShapeTest {

    private static final Path SNAPSHOTS = Path.of("tests/integration/src/test/resources/traces");
    private static final Duration DATAGRAM = Duration.ofSeconds(10);

    private static LocalStage stage;

    /** Of its own: what other tests leave to do would be traced as well. Each function has made its first calls. */
    @BeforeAll
    static void boot() throws InterruptedException {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
        TracedFlow.Story first = TracedFlow.REMINDED.prepare(stage);
        TracedFlow.REMINDED.run(first);
        first.ask();
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(stage).ifPresent(LocalStage::close);
    }

    @ParameterizedTest
    @EnumSource
    void everyFlowHasTheShapeOfItsSnapshot(TracedFlow flow) throws IOException, InterruptedException {
        List<String> shape = TraceShape.of(stage.deployment(), traced(flow));
        Path file = SNAPSHOTS.resolve(flow.file());
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("snapshots are never updated in CI").isNull();
            Files.createDirectories(SNAPSHOTS);
            Files.writeString(file, String.join("\n", shape) + "\n");
        }
        assertThat(shape).as("look at the shape, then run mvn -q -Psnapshots test")
                .isEqualTo(Files.exists(file) ? Files.readAllLines(file) : List.of("There is no " + file));
    }

    @Test
    void everySnapshotBelongsToAFlow() throws IOException {
        try (Stream<Path> files = Files.list(SNAPSHOTS)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(Stream.of(TracedFlow.values()).map(TracedFlow::file).collect(Collectors.toSet()));
        }
    }

    @Test
    void aCallAnnotationOrMarkMoreIsAnotherShapeAndAnIdOrTimeIsNot() throws InterruptedException {
        List<JsonNode> segments = traced(TracedFlow.MALFORMED);
        List<String> shape = TraceShape.of(stage.deployment(), segments);
        assertThat(changed(segments, message -> message.withArray("subsegments").addObject().put("name", "Kms")))
                .hasSize(shape.size() + 1).containsAll(shape);
        assertThat(changed(segments, message -> message.withObject("annotations").put("slot", "10:00")))
                .isNotEqualTo(shape);
        assertThat(changed(segments, message -> message.withObject("annotations").put("outcome", "Accepted")))
                .isNotEqualTo(shape);
        assertThat(changed(segments, message -> message.put("fault", true))).isNotEqualTo(shape);
        assertThat(changed(segments, message -> message.withObject("/metadata/service").put("size", 1)))
                .isNotEqualTo(shape);
        assertThat(changed(segments, message -> message.put("trace_id", "1-0-0").put("end_time", 1)))
                .isEqualTo(shape);
    }

    private static List<String> changed(List<JsonNode> segments, Consumer<ObjectNode> change) {
        List<JsonNode> copies = segments.stream().<JsonNode>map(JsonNode::deepCopy).toList();
        copies.stream().filter(segment -> segment.has("parent_id")).forEach(message -> change.accept(
                (ObjectNode) message));
        return TraceShape.of(stage.deployment(), copies);
    }

    private static List<JsonNode> traced(TracedFlow flow) throws InterruptedException {
        TracedFlow.Story story = flow.prepare(stage);
        Polling.until(() -> TraceShape.isComplete(stage.traces()), () -> true, DATAGRAM);
        int before = stage.traces().size();
        flow.run(story);
        Polling.until(() -> TraceShape.isComplete(since(before)), () -> true, DATAGRAM);
        assertThat(since(before)).isNotEmpty();
        return since(before);
    }

    private static List<JsonNode> since(int before) {
        List<JsonNode> all = stage.traces();
        return all.subList(before, all.size());
    }
}
