package clinic.appointments.local.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** One request and its answer, as HTTP. */
record Connection(Callers callers, Gate gate) implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Reply> reply(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            var call = CallParser.parse(exchange);
            var caller = callers.find(exchange.getRequestHeaders().getFirst("Authorization"));
            return caller.isPresent() ? gate.pass(caller.get(), call) : Optional.of(call.service().refusal(unknown()));
        } catch (UnknownCallException e) {
            return Optional.of(e.reply());
        } catch (IOException | RuntimeException e) {
            // The server would close the connection and say nothing.
            LOG.log(System.Logger.Level.ERROR, "A call failed behind the gateway", e);
            return Optional.of(new Refusal("InternalFailure", "Behind the gateway: " + e).asRest(500));
        }
    }

    private static Refusal unknown() {
        return new Refusal("UnrecognizedClientException", "The access key of this request belongs to no role.");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        if (reply.errorType() != null) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.errorType());
        }
        // The server takes 0 for a body of unknown length.
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
