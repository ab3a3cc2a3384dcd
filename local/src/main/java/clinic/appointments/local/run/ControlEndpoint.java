package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import com.sun.net.httpserver.HttpExchange;

/**
 * The commands to control a running stage by hand, over HTTP and from this machine only:
 * {@code POST /invoke/<FunctionId>}, {@code POST /send/<QueueId>}, {@code POST /clock/advance?by=PT1H}.
 */
final class ControlEndpoint implements AutoCloseable {

    private final LocalStage stage;
    private final SampleMessages dates;
    private final LoopbackServer server;

    private record TextResponse(int status, String text) {
    }

    private ControlEndpoint(LocalStage stage, SampleMessages dates, LoopbackServer server) {
        this.stage = stage;
        this.dates = dates;
        this.server = server;
    }

    /** @param dates fills in the dates of sent messages and events */
    static ControlEndpoint open(LocalStage stage, SampleMessages dates) {
        try {
            ControlEndpoint endpoint = new ControlEndpoint(stage, dates, LoopbackServer.bind(0, "control"));
            endpoint.server.start("/", endpoint::handle);
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return server.address().toString();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        String body = dates.fill(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        TextResponse response = answer(exchange, body);
        LoopbackServer.respond(exchange, response.status(),
                (response.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private TextResponse answer(HttpExchange exchange, String body) throws InterruptedException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String query = exchange.getRequestURI().getQuery();
        try {
            return switch (path.length == 3 && exchange.getRequestMethod().equals("POST") ? path[1] : "") {
                case "invoke" -> new TextResponse(200, describe(stage.invoke(path[2], body)));
                case "send" -> new TextResponse(200, stage.send(path[2], body, Map.of()));
                case "clock" -> advance(query == null ? "" : query);
                case String _ -> new TextResponse(404,
                        "POST /invoke/<FunctionId>, POST /send/<QueueId> or POST /clock/advance?by=PT1H");
            };
        } catch (StageException e) {
            return new TextResponse(404, Objects.requireNonNull(e.getMessage()));
        }
    }

    private TextResponse advance(String query) throws InterruptedException {
        try {
            stage.runAhead(Duration.parse(query.replaceFirst("^by=", "")));
            stage.fireRecurring();
            return new TextResponse(200, stage.clock().instant().toString());
        } catch (DateTimeException | IllegalArgumentException _) {
            return new TextResponse(400, "by is an ISO-8601 duration such as PT1H");
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
