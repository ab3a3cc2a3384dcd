package clinic.appointments.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/** An engine that accepts every call at a cost of three units, and records the calls. */
final class RecordingEngine implements AutoCloseable {

    private static final String ANSWER = "{\"ConsumedCapacity\":{\"TableName\":\"T\",\"CapacityUnits\":3.0}}";
    private static final String BATCH = "{\"ConsumedCapacity\":[{\"TableName\":\"T\",\"CapacityUnits\":3.0}]}";

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private RecordingEngine(HttpServer server) {
        this.server = server;
    }

    static RecordingEngine start() {
        try {
            var engine = new RecordingEngine(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            engine.server.createContext("/", exchange -> {
                engine.bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                var answer = (target.contains("Transact") ? BATCH : ANSWER).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            engine.server.start();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int calls() {
        return bodies.size();
    }

    String last() {
        return bodies.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
