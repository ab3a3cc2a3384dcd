package clinic.appointments.local.schedule;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Accepts SendMessage calls, except those to denied queues. */
final class SqsStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    /** An accepted message with its authorization. */
    record Sent(String queueUrl, String body, JsonNode attributes, String authorization) {
    }

    SqsStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Sent> sent() {
        return sent;
    }

    void deny(String queueUrl) {
        denied.add(queueUrl);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String url = request.path("QueueUrl").asText();
        if (denied.contains(url)) {
            answer(exchange, 400, "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}");
        } else {
            sent.add(new Sent(url, request.path("MessageBody").asText(), request.path("MessageAttributes"),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange, 200, "{\"MessageId\":\"m\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
