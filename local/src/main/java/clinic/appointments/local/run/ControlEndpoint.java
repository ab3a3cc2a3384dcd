package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import clinic.appointments.local.function.Invocation;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * What a person does by hand to a stage that stays up, over HTTP on this machine only:
 * {@code POST /invoke/<FunctionId>}, {@code POST /send/<QueueId>}, {@code POST /clock/advance?by=PT1H}.
 */
final class ControlEndpoint implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LocalStage stage;
    private final SampleMessages dates;
    private final HttpServer server;

    private record Answer(int status, String text) {
    }

    private ControlEndpoint(LocalStage stage, SampleMessages dates, HttpServer server) {
        this.stage = stage;
        this.dates = dates;
        this.server = server;
    }

    /** @param dates fills in the dates of what is sent */
    static ControlEndpoint open(LocalStage stage, SampleMessages dates) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ControlEndpoint endpoint = new ControlEndpoint(stage, dates, server);
            server.setExecutor(endpoint.threads);
            server.createContext("/", endpoint::handle);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = dates.fill(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer answer = answer(exchange, body);
            byte[] text = (answer.text() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length);
            exchange.getResponseBody().write(text);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, String body) throws InterruptedException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String query = exchange.getRequestURI().getQuery();
        try {
            return switch (path.length == 3 && exchange.getRequestMethod().equals("POST") ? path[1] : "") {
                case "invoke" -> new Answer(200, describe(stage.invoke(path[2], body)));
                case "send" -> new Answer(200, stage.send(path[2], body, Map.of()));
                case "clock" -> advance(query == null ? "" : query);
                case String _ -> new Answer(404,
                        "POST /invoke/<FunctionId>, POST /send/<QueueId> or POST /clock/advance?by=PT1H");
            };
        } catch (StageException e) {
            return new Answer(404, e.getMessage());
        }
    }

    private Answer advance(String query) throws InterruptedException {
        try {
            stage.runAhead(Duration.parse(query.replaceFirst("^by=", "")));
            stage.fireRecurring();
            return new Answer(200, stage.clock().instant().toString());
        } catch (DateTimeException | IllegalArgumentException _) {
            return new Answer(400, "by is an ISO-8601 duration such as PT1H");
        }
    }

    static String describe(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> payload;
            case Invocation.Failed(String type, String message) -> "failed: " + type + ": " + message;
            case Invocation.TimedOut(Duration after) -> "timed out after " + after.toSeconds() + " s";
            case Invocation.Crashed(String detail) -> "crashed: " + detail;
        };
    }
}
