package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what the command line synthesized with the snapshots. Runs when the system property {@code cdk.out} names the
 * output directory of {@code cdk synth}.
 */
@EnabledIfSystemProperty(named = "cdk.out", matches = ".+")
class SnapshotComparisonTest {

    @Test
    void theCommandLineSynthesizesWhatTheSnapshotsShow() throws IOException {
        var templates = Templates.in(Path.of(System.getProperty("cdk.out")));
        assertThat(templates.keySet()).isEqualTo(Snapshots.committed().stacks());
        templates.forEach((stack, template) -> assertThat(Snapshots.committed().differences(stack, template)).as(stack)
                .isEmpty());
    }
}
