package clinic.appointments.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Calls a server twice from twenty threads at once, then once more after a pause, and prints how many connections the
 * server has seen after each step. The first argument says whether the JDK keeps connections as functions want it. A
 * program of its own, because the JDK reads its settings once in the life of a process.
 */
final class ConnectionsProbe {

    private static final int AT_ONCE = 20;
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
    /** Longer than the JDK's default. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    private final SdkHttpClient client = AwsClients.overTheNetwork().http().get();
    private final HttpServer server;

    private ConnectionsProbe(HttpServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        if (Boolean.parseBoolean(arguments[0])) {
            IdleConnections.keep();
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), AT_ONCE);
        System.out.println(new ConnectionsProbe(server).run());
        System.exit(0);
    }

    private String run() throws Exception {
        server.createContext("/together", exchange -> answer(exchange, true));
        server.createContext("/alone", exchange -> answer(exchange, false));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            server.setExecutor(threads);
            server.start();
            return counts();
        }
    }

    private String counts() throws ReflectiveOperationException {
        callTogether();
        int first = connections.size();
        callTogether();
        int second = connections.size();
        pass(PAUSE);
        call("/alone");
        server.stop(0);
        return "%d %d %d".formatted(first, second, connections.size());
    }

    private void callTogether() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, AT_ONCE).forEach(_ -> threads.execute(() -> call("/together")));
        }
    }

    private void call(String path) {
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST)
                .uri(URI.create("http://localhost:" + server.getAddress().getPort() + path))
                .putHeader("Content-Length", String.valueOf(NOTHING.length)).build();
        try {
            HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder().request(request)
                    .contentStreamProvider(() -> new ByteArrayInputStream(NOTHING)).build()).call();
            response.responseBody().orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, boolean waits) throws IOException {
        connections.add(exchange.getRemoteAddress());
        exchange.getRequestBody().readAllBytes();
        if (waits) {
            awaitOthers();
        }
        exchange.sendResponseHeaders(200, NOTHING.length);
        exchange.getResponseBody().write(NOTHING);
        exchange.close();
    }

    private void awaitOthers() {
        try {
            together.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets time pass for the JDK: its idle connections become so much older. */
    private static void pass(Duration pause) throws ReflectiveOperationException {
        Field cache = Class.forName("sun.net.www.http.HttpClient").getDeclaredField("kac");
        Field idleSince = Class.forName("sun.net.www.http.KeepAliveEntry").getDeclaredField("idleStartTime");
        cache.setAccessible(true);
        idleSince.setAccessible(true);
        for (Object ofOneHost : ((Map<?, ?>) cache.get(null)).values()) {
            for (Object idle : (Collection<?>) ofOneHost) {
                idleSince.setLong(idle, idleSince.getLong(idle) - pause.toMillis());
            }
        }
    }
}
