package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A generated page that reviewers see change; {@code mvn -q -Ppages test} writes it, but never in CI. */
public record CommittedPage(Path file) {

    public void isEqualTo(String content) throws IOException {
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("snapshots are never updated in CI").isNull();
            Files.writeString(file, content);
        }
        assertThat(content).isEqualTo(Files.readString(file));
    }
}
