package clinic.appointments.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

/** A stand-in for SendMessage of SQS: keeps messages, and rejects empty ones. */
final class QueueStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private volatile int refusal;

    private QueueStandIn(HttpServer server) {
        this.server = server;
    }

    static QueueStandIn start() {
        try {
            var queue = new QueueStandIn(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            queue.server.createContext("/", exchange -> {
                var call = JSON.readTree(exchange.getRequestBody().readAllBytes());
                var answer = queue.answer(call).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(queue.status(call), answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            queue.server.start();
            return queue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rejects every further message. */
    void refuse(int status) {
        refusal = status;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The accepted SendMessage calls. */
    List<JsonNode> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private int status(JsonNode call) {
        return refusal != 0 ? refusal : call.path("MessageBody").asText().isEmpty() ? 400 : 200;
    }

    private String answer(JsonNode call) {
        if (status(call) == 200) {
            taken.add(call);
        }
        return "{\"MessageId\":\"m\",\"__type\":\"x\"}";
    }
}
