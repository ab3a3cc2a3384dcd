package clinic.appointments.local.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import clinic.appointments.local.stage.Progress;
import clinic.appointments.local.stage.Step;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A step shows what it does, how far it is and how long it has taken so far. */
class StepLinesTest {

    private static final Screen TERMINAL = new Screen(60, false, true);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private final Step sending = new Step("messages sent", () -> done.get() + " of 9");

    @Test
    void aTerminalShowsRunningStepsFromTheStart() {
        StepLines lines = lines(TERMINAL);
        lines.begun(sending);
        assertThat(lastLine()).isEqualTo("  … messages sent: 0 of 9 0 s");
        done.set(4);
        pass(Duration.ofSeconds(2));
        lines.begun(new Step("DynamoDB engine", () -> ""));
        assertThat(lastLine()).isEqualTo("  … messages sent: 4 of 9 2 s · DynamoDB engine 0 s");
        lines.ended(sending, false);
        assertThat(shown()).contains("  messages sent                                    2.0 s\n");
        assertThat(lastLine()).isEqualTo("  … DynamoDB engine 0 s");
    }

    @Test
    void aLineNeverIsLongerThanTheTerminal() {
        StepLines lines = lines(TERMINAL);
        lines.begun(new Step("x".repeat(100), () -> ""));
        assertThat(lastLine()).hasSize(59).endsWith("x…");
    }

    @Test
    void aFileHearsOfLongStepsMoreAndMoreSeldom() {
        StepLines lines = lines(Screen.FILE);
        lines.begun(sending);
        for (int second = 1; second <= 30; second++) {
            pass(Duration.ofSeconds(1));
            lines.refresh();
        }
        assertThat(shown().lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                " … messages sent: 0 of 9 5.0 s so far", " … messages sent: 0 of 9 10.0 s so far",
                " … messages sent: 0 of 9 20.0 s so far");
    }

    @Test
    void aFileHearsOfAShortStepOnce() {
        assertThat(new Progress(lines(Screen.FILE)).step("tables", () -> "result")).isEqualTo("result");
        assertThat(shown()).isEqualTo("  tables                                           0.0 s\n");
    }

    @Test
    void aStepThatFailsSaysSo() {
        Progress progress = new Progress(lines(Screen.FILE));
        assertThatThrownBy(() -> progress.step("tables", () -> {
            throw new IllegalStateException("no");
        })).hasMessage("no");
        assertThat(shown()).isEqualTo("  tables                                           0.0 s  failed\n");
    }

    private StepLines lines(Screen screen) {
        return new StepLines(new PrintStream(written, true, StandardCharsets.UTF_8), screen, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String shown() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return shown().substring(shown().lastIndexOf("\u001B[K") + 3);
    }
}
