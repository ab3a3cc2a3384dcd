package clinic.appointments.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import clinic.appointments.local.trace.TraceHeader;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An API over HTTP, for this machine only; nobody has to sign. */
public final class ApiEndpoint implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ApiEndpoint.class.getName());
    private static final String TRACE = "X-Amzn-Trace-Id";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LocalApi api;
    private final HttpServer server;

    private ApiEndpoint(LocalApi api, HttpServer server) {
        this.api = api;
        this.server = server;
    }

    /**
     * Begins to answer.
     *
     * @param port
     *            0 takes a free one
     * @throws ApiException
     *             when the API cannot be served as its body says
     */
    public static ApiEndpoint open(Integrations integrations, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var endpoint = new ApiEndpoint(new LocalApi(integrations.api(), integrations), server);
            server.setExecutor(endpoint.threads);
            server.createContext("/", endpoint::handle);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("The API cannot listen on port " + port + ".", e);
        }
    }

    /** Without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = request(exchange);
            send(exchange, request, answer(request, exchange.getRequestURI().getRawPath()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private ApiResponse answer(ApiRequest request, String rawPath) throws InterruptedException {
        try {
            return api.answer(request, rawPath);
        } catch (RuntimeException e) {
            // The server would close the connection and say nothing.
            LOG.log(System.Logger.Level.ERROR, "A request failed in the API: " + request, e);
            return new ApiResponse(500, Map.of("Content-Type", "text/plain"),
                    "The local API failed: " + e.getMessage());
        }
    }

    private static ApiRequest request(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getLast()));
        // Removed first, so that the name is written as API Gateway writes it.
        var trace = headers.remove(TRACE);
        headers.put(TRACE, trace == null ? TraceHeader.begin(Instant.now()).wire() : trace);
        var uri = exchange.getRequestURI();
        return new ApiRequest(UUID.randomUUID().toString(), exchange.getRequestMethod(), uri.getPath(),
                ApiRoute.query(uri.getRawQuery()), headers,
                text(exchange.getRequestBody().readAllBytes()));
    }

    /** Without a byte order mark, which a reader of JSON may pass over (RFC 8259, section 8.1). */
    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void send(HttpExchange exchange, ApiRequest request, ApiResponse response) throws IOException {
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("x-amzn-RequestId", request.id());
        exchange.getResponseHeaders().set(TRACE, request.headers().get(TRACE));
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
