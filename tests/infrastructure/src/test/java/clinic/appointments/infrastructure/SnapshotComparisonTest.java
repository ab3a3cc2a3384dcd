package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what the command line synthesized with the snapshots. Part of the build only when it is asked for by name,
 * with the output directory of {@code cdk synth} in the system property {@code cdk.out}.
 */
class SnapshotComparisonTest {

    @Test
    void theCommandLineSynthesizesWhatTheSnapshotsShow() throws IOException {
        var templates = Templates.in(Path.of(System.getProperty("cdk.out")));
        assertThat(templates.keySet()).isEqualTo(Snapshots.committed().stacks());
        templates.forEach((stack, template) -> assertThat(Snapshots.committed().differences(stack, template)).as(stack)
                .isEmpty());
    }
}
