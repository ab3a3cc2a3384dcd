package clinic.appointments.priming;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import clinic.appointments.runtime.StreamFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Priming is seen only when it fails, and leaves nothing behind in either case. */
class PrimingTest {

    private static final String SECRET = "ana@example.org";

    private final PrintStream output = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void capture() {
        System.setOut(captured);
    }

    @AfterEach
    void stop() {
        System.setOut(output);
    }

    @Test
    void playsItsScenesAgainAndAgainWithoutALine() {
        AtomicInteger played = new AtomicInteger();
        prime(_ -> (event, response, _) -> {
            played.incrementAndGet();
            System.out.println(SECRET);
            LoggerFactory.getLogger(PrimingTest.class).error("It failed");
            response.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(played.get()).isEqualTo(Script.of("mailevent").scenes().size() * Priming.ROUNDS);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        leavesNothing();
    }

    @Test
    void failsNoDeploymentButTellsWhatFailed() {
        prime(_ -> {
            throw new IllegalStateException(SECRET);
        });

        assertThat(lines()).containsOnlyOnce("Priming failed")
                .contains("\"outcome\":\"Failed\"", "IllegalStateException")
                .doesNotContain(SECRET);
        leavesNothing();
    }

    @Test
    void tellsOfAnAnswerThatTheScriptDoesNotExpect() {
        prime(_ -> (_, _, _) -> {});

        assertThat(lines()).containsOnlyOnce("Priming failed");
        leavesNothing();
    }

    private static void prime(Function<Surroundings, StreamFunction> functions) {
        new Priming("mailevent", functions).beforeCheckpoint(null);
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void leavesNothing() {
        assertThat(System.out).isSameAs(captured);
        assertThat(System.getProperties()).doesNotContainKeys("com.amazonaws.xray.traceHeader",
                "aws.containerCredentialsFullUri", "aws.containerAuthorizationToken");
        assertThat(Thread.getAllStackTraces().keySet()).filteredOn(thread -> thread.getName().equals("priming"))
                .isEmpty();
    }
}
