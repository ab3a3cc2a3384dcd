package clinic.appointments.local.trace;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import clinic.appointments.local.process.Polling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Segments arrive as the X-Ray SDK sends them. */
class TraceCollectorTest {

    @TempDir
    Path directory;

    @Test
    void keepsSegmentsAndDropsWhatIsNone() throws IOException {
        Path file = directory.resolve("traces.jsonl");
        try (TraceCollector collector = TraceCollector.start(file)) {
            send(collector, "no segment");
            send(collector, "{\"format\": \"json\", \"version\": 1}\nno JSON");
            send(collector, "{\"format\": \"json\", \"version\": 1}\n{\"name\":\"s1\"}");
            assertThat(Polling.until(() -> !collector.segments().isEmpty(), () -> true, Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(collector.segments().toString()).isEqualTo("[{\"name\":\"s1\"}]");
        }
        assertThat(Files.readString(file)).isEqualTo("{\"name\":\"s1\"}\n");
    }

    private static void send(TraceCollector collector, String text) throws IOException {
        String[] address = collector.address().split(":", -1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length,
                    new InetSocketAddress(address[0], Integer.parseInt(address[1]))));
        }
    }
}
