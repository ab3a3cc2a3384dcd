package clinic.appointments.local.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server that only this machine can reach, with one virtual thread for each request. Requests that arrive
 * between {@link #bind} and {@link #start} wait.
 */
public final class LoopbackServer implements AutoCloseable {

    static {
        // The JDK reads this once, for the first server; without it each response waits about 40 ms for an
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private boolean started;

    /** Answers requests. */
    public interface Handler {

        /** Answers one request; the server closes the exchange afterwards. An interrupt ends the request silently. */
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
        server.setExecutor(threads);
    }

    /**
     * Takes a port of the loopback address.
     *
     * @param port 0 takes a free one
     * @param name prefix of the names of its threads
     * @throws IOException when the port is taken
     */
    public static LoopbackServer bind(int port, String name) throws IOException {
        return new LoopbackServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0),
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory()));
    }

    /** Begins to answer every request below a path. */
    public void start(String path, Handler handler) {
        server.createContext(path, exchange -> handle(exchange, handler));
        server.start();
        started = true;
    }

    /** Address without a slash at the end. */
    public URI address() {
        return URI.create("http://" + authority());
    }

    /** Host and port. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends a response with a body, which may be empty. */
    public static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        // The server takes 0 for a body of unknown length.
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        if (started) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private static void handle(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
