package clinic.appointments.local.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Receives segment documents as the X-Ray daemon does (X-Ray: "Sending trace data": a header line, a newline, the
 * document), keeps them and appends each to a file, one JSON document per line.
 */
public final class TraceCollector implements AutoCloseable {

    private static final int MAX_DATAGRAM_BYTES = 65_535;

    private final ObjectMapper json = new ObjectMapper();
    private final List<JsonNode> segments = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;
    private final Path file;

    private TraceCollector(DatagramSocket socket, Path file) {
        this.socket = socket;
        this.file = file;
    }

    /** Listens on a free port of the loopback address. */
    public static TraceCollector start(Path file) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            TraceCollector collector = new TraceCollector(socket, file);
            Thread.ofPlatform().daemon().name("traces").start(collector::listen);
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, in the form of {@code AWS_XRAY_DAEMON_ADDRESS}. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The segments and subsegments received so far. */
    public List<JsonNode> segments() {
        return List.copyOf(segments);
    }

    /** Adds a segment that was not received as a datagram. */
    public synchronized void add(JsonNode segment) {
        segments.add(segment);
        try {
            Files.writeString(file, segment + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void listen() {
        byte[] buffer = new byte[MAX_DATAGRAM_BYTES];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                take(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (IOException _) {
                // The socket is closed, or the datagram is not a segment, which the daemon drops as well.
            }
        }
    }

    private void take(String datagram) throws JsonProcessingException {
        int end = datagram.indexOf('\n');
        if (end >= 0) {
            add(json.readTree(datagram.substring(end + 1)));
        }
    }
}
