package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.benchmark.FunctionWatch.Effort;
import clinic.appointments.local.function.FunctionStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The first invocation after a snapshot loads what the hundredth loads: nothing. */
@Tag("proof")
class FirstInvocationTest {

    private static final int FEW = 10;
    private static final int MANY = 1_000;

    @Test
    void findsItsClassesLoadedAfterASnapshot() throws Exception {
        try (FirstInvocation measured = FirstInvocation.boot(FunctionStart.throughSnapshot())) {
            leavesNothingToSee(measured);
            Map<String, List<Effort>> invocations = measured.invocations();

            assertThat(invocations).hasSize(6);
            assertThat(invocations).allSatisfy(
                    (function, efforts) -> assertThat(efforts.getFirst().classes()).hasSizeLessThanOrEqualTo(FEW));
        }
    }

    /** Priming has called no service, and told nobody. */
    private static void leavesNothingToSee(FirstInvocation measured) throws IOException {
        assertThat(measured.stage().gateway().calls().calls(call -> !call.caller().equals("operator"))).isEmpty();
        assertThat(measured.stage().traces()).isEmpty();
        try (Stream<Path> logs = Files.list(measured.stage().logDirectory())) {
            assertThat(logs.filter(log -> log.getFileName().toString().contains("Processor")))
                    .allSatisfy(log -> assertThat(log).isEmptyFile());
        }
    }

    @Test
    void bites() throws Exception {
        try (FirstInvocation measured = FirstInvocation.boot(FunctionStart.onDemand())) {
            assertThat(measured.invocations()).allSatisfy(
                    (function, efforts) -> assertThat(efforts.getFirst().classes()).hasSizeGreaterThan(MANY));
        }
    }
}
