package clinic.appointments.local.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import clinic.appointments.local.http.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;

/** One HTTP request to the gateway and its response. */
record Connection(Callers callers, Gate gate) implements LoopbackServer.Handler {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    @Override
    public void handle(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<ServiceResponse> response = response(exchange);
        if (response.isPresent()) {
            send(exchange, response.get());
        }
    }

    private Optional<ServiceResponse> response(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            Call call = CallParser.parse(exchange);
            Optional<Caller> caller = callers.find(exchange.getRequestHeaders().getFirst("Authorization"));
            return caller.isPresent() ? gate.pass(caller.get(), call) : Optional.of(call.service().refusal(unknown()));
        } catch (UnknownCallException e) {
            return Optional.of(e.reply());
        } catch (IOException | RuntimeException e) {
            // Otherwise the server would close the connection without a response.
            LOG.log(System.Logger.Level.ERROR, "A call failed behind the gateway", e);
            return Optional.of(new Refusal("InternalFailure", "Behind the gateway: " + e).asRest(500));
        }
    }

    private static Refusal unknown() {
        return new Refusal("UnrecognizedClientException", "The access key of this request belongs to no role.");
    }

    private static void send(HttpExchange exchange, ServiceResponse reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        if (!reply.errorType().isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", reply.errorType());
        }
        LoopbackServer.respond(exchange, reply.status(), body);
    }
}
