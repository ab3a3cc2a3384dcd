package clinic.appointments.local.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.engine.QueueCounts;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.function.RuntimeKind;
import clinic.appointments.local.run.SchedulingStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A stage boots from its templates, parks malformed messages, and leaves nothing behind, with either runtime client.
 */
@ParameterizedClass
@MethodSource("clinic.appointments.local.function.RuntimeKind#available")
class LocalStageTest {

    private static LocalStage stage;
    private static List<ProcessHandle> others;

    @Parameter
    RuntimeKind kind;

    @BeforeParameterizedClassInvocation
    static void boot(RuntimeKind kind) {
        others = javaChildren();
        stage = LocalStage.boot(SchedulingStage.settings("dev").runtime(kind).build());
    }

    @AfterParameterizedClassInvocation
    static void closeAndLookForWhatIsLeft() {
        List<ProcessHandle> children = javaChildren().stream().filter(child -> !others.contains(child)).toList();
        assertThat(children).hasSizeGreaterThan(FunctionName.ofEveryStage().size());
        stage.close();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void parksAMalformedMessageWithItsReason() throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), "not JSON", Map.of("requestId", "malformed-1"));
        stage.awaitIdle();
        assertThat(stage.counts(QueueName.REQUEST.id())).isEqualTo(new QueueCounts(0, 0));
        assertThat(stage.deadLetters(QueueName.REQUEST.deadLetterId())).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo("not JSON");
            assertThat(letter.attributes()).containsEntry("requestId", "malformed-1").containsKey("parkedReason");
        });
    }

    @Test
    void answersAQuery() throws InterruptedException {
        String event = """
                {"httpMethod": "GET", "resource": "/requests/{requestId}",
                 "pathParameters": {"requestId": "nobody"}}""";
        assertThat(stage.invoke(FunctionName.QUERY.id(), event)).isInstanceOfSatisfying(Invocation.Responded.class,
                answer -> assertThat(answer.payload()).contains("\"statusCode\":404"));
    }

    @Test
    void looksAtADeadLetterWithoutTakingIt() throws InterruptedException {
        stage.send(QueueName.CONFIRMATION.id(), "not JSON", Map.of());
        stage.awaitIdle();
        String queue = QueueName.CONFIRMATION.deadLetterId();
        assertThat(stage.deadLetters(queue)).hasSize(1).isEqualTo(stage.deadLetters(queue));
    }

    @Test
    void namesTheQueuesThereAre() {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> stage.counts("Nowhere"))
                .withMessageStartingWith("There is no queue Nowhere; there are ")
                .withMessageContaining(QueueName.REQUEST.id());
    }

    @Test
    void writesALogForEachFunction() {
        for (FunctionName function : FunctionName.ofEveryStage()) {
            Path log = stage.logDirectory().resolve(function.id() + ".log");
            assertThat(Files.exists(log)).as(function.id()).isTrue();
        }
    }

    @Test
    void occupiesLittleMemory() {
        assertThat(stage.residentMemory()).isBetween(100L << 20, 2_500L << 20);
    }

    private static List<ProcessHandle> javaChildren() {
        return ProcessHandle.current().children().filter(child -> child.info().command().orElse("").endsWith("java"))
                .toList();
    }
}
