package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

import clinic.appointments.benchmark.Budget.Figure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls and units are what the budget promises; {@code -Dbenchmark=ExactCounts} approves a change. */
class BudgetTest {

    private static final Budget SMALL = new Budget(
            List.of(new Figure("booking", "10 / 14 / 7", "16 / 16 / 7", "12", "12", Figure.EXACT),
                    new Figure("batch of ten, ms", "121", "726", "150", "", "BatchOfTen")));

    @Test
    void isKept() throws IOException, InterruptedException {
        assertThat(Budget.read().differences(ExactCounts.measure())).isEmpty();
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        assertThat(Files.readString(Budget.PAGE)).isEqualTo(Budget.read().page());
    }

    @Test
    void namesBothValuesOfAWorseCount() {
        assertThat(SMALL.differences(Map.of("booking", "11 / 14 / 7")))
                .containsExactly("booking: 10 / 14 / 7 promised, 11 / 14 / 7 measured");
    }

    @Test
    void missesACountOfEitherSide() {
        assertThat(SMALL.differences(Map.of("move", "8 / 9 / 9"))).containsExactly(
                "booking: 10 / 14 / 7 promised, null measured", "move: null promised, 8 / 9 / 9 measured");
    }

    @Test
    void approvesWhatWasMeasured() {
        assertThat(SMALL.with(Map.of("booking", "9")).differences(Map.of("booking", "9"))).isEmpty();
    }
}
