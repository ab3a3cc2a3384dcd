package clinic.appointments.local.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.local.function.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A batch response is interpreted as Lambda interprets it. */
class BatchOutcomeTest {

    private static final List<String> SENT = List.of("a", "b", "c");

    @ParameterizedTest
    @ValueSource(strings = {"{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}", "{}", "null", ""})
    void deletesAllWhenNoFailureIsNamed(String payload) {
        assertThat(done(payload)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void keepsTheFailuresThatAreNamed() {
        assertThat(done("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}")).containsExactlyInAnyOrder("a", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
            "{\"batchItemFailures\":[{\"other\":\"a\"}]}", "{\"batchItemFailures\":\"a\"}", "not JSON"})
    void failsTheWholeBatchWhenTheResponseMakesNoSense(String payload) {
        assertThat(done(payload)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsTheWholeBatchWhenTheFunctionFails(Invocation failure) {
        assertThat(BatchOutcome.of(failure, SENT, true).done()).isEmpty();
    }

    @Test
    void ignoresTheResponseWithoutPartialBatches() {
        Invocation response = new Invocation.Responded("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");
        assertThat(BatchOutcome.of(response, SENT, false).done()).containsExactlyInAnyOrder("a", "b", "c");
    }

    static Stream<Invocation> failures() {
        return Stream.of(new Invocation.Failed("Oops", ""), new Invocation.TimedOut(Duration.ofSeconds(30)),
                new Invocation.Crashed("exit code 1"));
    }

    private static Set<String> done(String payload) {
        return BatchOutcome.of(new Invocation.Responded(payload), SENT, true).done();
    }
}
