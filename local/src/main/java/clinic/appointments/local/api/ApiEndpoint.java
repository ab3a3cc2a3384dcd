package clinic.appointments.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import clinic.appointments.local.trace.TraceHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * An API over HTTP that only this machine can reach; requests need no signature. It runs on Jetty, because the JDK's
 * own server mistakes a path with two leading slashes for a host and answers in HTML.
 */
public final class ApiEndpoint implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ApiEndpoint.class.getName());
    private static final String TRACE_HEADER = "X-Amzn-Trace-Id";
    private static final ApiResponse INVALID_REQUEST = new ApiResponse(400,
            Map.of("Content-Type", "application/problem+json"),
            "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                    + "\"detail\":\"this is not a valid HTTP request\"}");

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(anyPath()));
    private final LocalApi api;

    private ApiEndpoint(LocalApi api, int port) {
        this.api = api;
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Routing());
        server.setErrorHandler((request, response, callback) -> send(response, INVALID_REQUEST, callback));
    }

    /**
     * Begins to answer.
    *
    * @param port 0 takes a free one
     * @throws ApiException when the API cannot be served as its body says
     */
    public static ApiEndpoint open(IntegrationFactory integrations, int port) {
        ApiEndpoint endpoint = new ApiEndpoint(new LocalApi(integrations.api(), integrations), port);
        try {
            endpoint.server.start();
            return endpoint;
        } catch (Exception e) {
            throw new UncheckedIOException("The API cannot listen on port " + port + ".", new IOException(e));
        }
    }

    /** Address without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new ApiException("The API did not stop.", e);
        }
    }

    /** The routes alone decide which paths exist. */
    private static HttpConfiguration anyPath() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setSendServerVersion(false);
        return configuration;
    }

    private final class Routing extends Handler.Abstract {

        @Override
        public boolean handle(Request received, Response response, Callback callback) throws Exception {
            ApiRequest request = request(received);
            response.getHeaders().put("x-amzn-RequestId", request.id());
            response.getHeaders().put(TRACE_HEADER, request.headers().get(TRACE_HEADER));
            return send(response, answer(request, received.getHttpURI().getPath()), callback);
        }
    }

    private ApiResponse answer(ApiRequest request, String rawPath) throws InterruptedException {
        try {
            return api.answer(request, rawPath);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed in the API: " + request, e);
            return new ApiResponse(500, Map.of("Content-Type", "text/plain"),
                    "The local API failed: " + e.getMessage());
        }
    }

    private static ApiRequest request(Request received) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.getHeaders().forEach(field -> headers.put(field.getName(), field.getValue()));
        // Removed first, so that the name has API Gateway's spelling.
        String trace = headers.remove(TRACE_HEADER);
        headers.put(TRACE_HEADER, trace == null ? TraceHeader.begin(Instant.now()).wire() : trace);
        HttpURI uri = received.getHttpURI();
        return new ApiRequest(UUID.randomUUID().toString(), received.getMethod(), ApiRoute.decoded(uri.getPath()),
                ApiRoute.query(uri.getQuery()), headers, text(Content.Source.asByteBuffer(received)));
    }

    /** The body without a byte order mark, which a JSON parser may ignore (RFC 8259, section 8.1). */
    private static String text(ByteBuffer body) {
        String text = StandardCharsets.UTF_8.decode(body).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean send(Response response, ApiResponse answer, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        Content.Sink.write(response, true, answer.body(), callback);
        return true;
    }
}
