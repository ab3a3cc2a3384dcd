package clinic.appointments.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Connections outlast the pauses of a clinic, and each of twenty parallel calls finds one. */
class IdleConnectionsTest {

    @Test
    void areUsedAgainByTwentyCallsAtOnceAndAfterAPause() throws IOException {
        assertThat(connections(true)).isEqualTo("20 20 20");
    }

    /** Fifteen of twenty are closed at once, and the other five after five seconds. */
    @Test
    void bites() throws IOException {
        assertThat(connections(false)).isEqualTo("20 35 36");
    }

    private static String connections(boolean keep) throws IOException {
        Process probe = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--add-opens", "java.base/sun.net.www.http=ALL-UNNAMED", "-classpath",
                System.getProperty("java.class.path"), ConnectionsProbe.class.getName(), String.valueOf(keep))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
