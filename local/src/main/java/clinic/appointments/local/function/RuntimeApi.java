package clinic.appointments.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicReference;

import clinic.appointments.local.http.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/**
 * The Lambda runtime API (Lambda: "Using the Lambda runtime API for custom runtimes", version 2018-06-01) for one
 * process. It lives as long as the process, so that a new process never receives an event of its predecessor.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String CREDENTIALS = "credentials/";
    private static final Duration LIFETIME = Duration.ofHours(6);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedTransferQueue<PendingInvocation> calls = new LinkedTransferQueue<>();
    private final AtomicReference<PendingInvocation> current = new AtomicReference<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final String functionArn;
    private final LoopbackServer server;

    /** An invocation that the process has not answered yet. */
    record PendingInvocation(String requestId, String event, String traceHeader, Instant deadline,
            CompletableFuture<Invocation> outcome) {
    }

    private RuntimeApi(LoopbackServer server, String functionArn) {
        this.server = server;
        this.functionArn = functionArn;
    }

    static RuntimeApi start(String functionArn) {
        try {
            RuntimeApi api = new RuntimeApi(LoopbackServer.bind(0, "runtime-api"), functionArn);
            api.server.start(ROOT, api::handle);
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, in the form of {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return server.authority();
    }

    /** The address of credentials, to which an access key is appended. */
    URI credentials() {
        return URI.create(server.address() + ROOT + CREDENTIALS);
    }

    /**
     * Completes when the process asks for its first event; fails with {@link InitException} when initialization fails.
     */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Passes an invocation to the process, which answers one at a time. */
    void submit(PendingInvocation call) {
        current.set(call);
        calls.add(call);
    }

    /** Fails the initialization or the invocation that waits for the process, because the process has ended. */
    void processEnded(String detail) {
        ready.completeExceptionally(new InitException(detail));
        PendingInvocation call = current.get();
        if (call != null) {
            call.outcome().complete(new Invocation.Crashed(detail));
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        if (path.equals("invocation/next")) {
            next(exchange);
        } else if (path.equals("restore/next")) {
            LoopbackServer.respond(exchange, 200, new byte[0]);
        } else if (path.startsWith(CREDENTIALS)) {
            credentials(exchange, path.substring(CREDENTIALS.length()));
        } else if (path.equals("init/error")) {
            JsonNode error = JSON.readTree(body);
            ready.completeExceptionally(new InitException(describe(error)));
            accept(exchange);
        } else {
            answer(path.split("/"), body);
            accept(exchange);
        }
    }

    /** In the form of container credentials (AWS SDKs and Tools: "Container credential provider"). */
    private static void credentials(HttpExchange exchange, String accessKey) throws IOException {
        LoopbackServer.respond(exchange, 200, JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("AccessKeyId", accessKey).put("SecretAccessKey", "local").put("Token", "local")
                .put("Expiration", Instant.now().plus(LIFETIME).toString())));
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        PendingInvocation call = calls.take();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", call.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(call.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", call.traceHeader());
        headers.set("Content-Type", "application/json");
        LoopbackServer.respond(exchange, 200, call.event().getBytes(StandardCharsets.UTF_8));
    }

    /** The path is {@code invocation/<request id>/response|error}; a late answer is dropped. */
    private void answer(String[] path, byte[] body) throws IOException {
        PendingInvocation call = current.get();
        if (path.length == 3 && call != null && path[1].equals(call.requestId())) {
            call.outcome().complete(path[2].equals("response")
                    ? new Invocation.Responded(new String(body, StandardCharsets.UTF_8))
                    : failure(JSON.readTree(body)));
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        LoopbackServer.respond(exchange, 202, "{\"status\":\"OK\"}".getBytes(StandardCharsets.US_ASCII));
    }

    private static Invocation failure(JsonNode error) {
        return new Invocation.Failed(error.path("errorType").asText("Unknown"), error.path("errorMessage").asText(""));
    }

    /** The message of the innermost cause; the outer ones only say that a constructor failed. */
    private static String describe(JsonNode error) {
        JsonNode deepest = error;
        while (deepest.path("cause").isObject()) {
            deepest = deepest.path("cause");
        }
        return deepest.path("errorMessage").asText(error.path("errorMessage").asText("initialization failed"));
    }
}
