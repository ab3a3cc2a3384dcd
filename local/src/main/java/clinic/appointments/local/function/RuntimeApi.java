package clinic.appointments.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The Lambda runtime API (<em>Using the Lambda runtime API for custom runtimes</em>, version 2018-06-01) for one
 * process. It lives as long as the process: a successor must not find what was meant for its predecessor.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LinkedTransferQueue<Call> calls = new LinkedTransferQueue<>();
    private final AtomicReference<Call> current = new AtomicReference<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String functionArn;
    private final HttpServer server;

    /** An invocation on its way to the process. */
    record Call(String requestId, byte[] event, String traceHeader, Instant deadline,
            CompletableFuture<Invocation> outcome) {
    }

    private RuntimeApi(HttpServer server, String functionArn) {
        this.server = server;
        this.functionArn = functionArn;
    }

    static RuntimeApi start(String functionArn) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            RuntimeApi api = new RuntimeApi(server, functionArn);
            server.setExecutor(api.threads);
            server.createContext(ROOT, api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} wants them. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when the process asks for its first event; fails with {@link InitException} when it cannot. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Hands a call to the process, which answers one at a time. */
    void submit(Call call) {
        current.set(call);
        calls.add(call);
    }

    /** The process has ended: whoever waits for it learns so. */
    void processEnded(String detail) {
        ready.completeExceptionally(new InitException(detail));
        Call call = current.get();
        if (call != null) {
            call.outcome().complete(new Invocation.Crashed(detail));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath().substring(ROOT.length());
            if (path.equals("invocation/next")) {
                next(exchange);
            } else if (path.equals("init/error")) {
                JsonNode error = JSON.readTree(body);
                ready.completeExceptionally(new InitException(describe(error)));
                accept(exchange);
            } else {
                answer(path.split("/"), body);
                accept(exchange);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        Call call = calls.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", call.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(call.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", call.traceHeader());
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, call.event().length);
        exchange.getResponseBody().write(call.event());
    }

    /** Path is {@code invocation/<request id>/response|error}; an answer to a call that is over is dropped. */
    private void answer(String[] path, byte[] body) throws IOException {
        Call call = current.get();
        if (path.length == 3 && call != null && path[1].equals(call.requestId())) {
            call.outcome().complete(path[2].equals("response")
                    ? new Invocation.Responded(new String(body, StandardCharsets.UTF_8))
                    : failure(JSON.readTree(body)));
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(202, ok.length);
        exchange.getResponseBody().write(ok);
    }

    private static Invocation failure(JsonNode error) {
        return new Invocation.Failed(error.path("errorType").asText("Unknown"), error.path("errorMessage").asText(""));
    }

    /** The innermost cause says what is wrong; what wraps it says only that a constructor failed. */
    private static String describe(JsonNode error) {
        JsonNode deepest = error;
        while (deepest.path("cause").isObject()) {
            deepest = deepest.path("cause");
        }
        return deepest.path("errorMessage").asText(error.path("errorMessage").asText("initialization failed"));
    }
}
