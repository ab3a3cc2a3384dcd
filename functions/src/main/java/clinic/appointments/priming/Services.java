package clinic.appointments.priming;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The services that a function calls while it is primed. They listen on the loopback address, with TLS, so that calls
 * take the way of real ones through the HTTP client and the JDK, and end in this process.
 */
final class Services implements AutoCloseable {

    private static final String HOST = "localhost";
    /** Every so many answers a connection is closed: how the next one begins is primed, too. */
    private static final int ANSWERS_A_CONNECTION = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String CREDENTIALS = "aws.containerCredentialsFullUri";
    private static final String CREDENTIALS_TOKEN = "aws.containerAuthorizationToken";

    private final Answers answers;
    private final LoopbackIdentity identity;
    private final ServerSocket secure;
    private final ServerSocket plain;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean isLastRound;

    private Services(Answers answers, LoopbackIdentity identity, ServerSocket secure, ServerSocket plain) {
        this.answers = answers;
        this.identity = identity;
        this.secure = secure;
        this.plain = plain;
    }

    static Services start(Answers answers) throws IOException {
        try {
            LoopbackIdentity identity = LoopbackIdentity.of(HOST);
            SSLServerSocket secure = (SSLServerSocket) identity.serverContext().getServerSocketFactory()
                    .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
            Services services = new Services(answers, identity, secure,
                    new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            services.begin();
            return services;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS and RSA", impossible);
        }
    }

    /** Credentials come from here as well: before a snapshot, the function must not have any of its own. */
    private void begin() {
        System.setProperty(CREDENTIALS, "http://" + HOST + ":" + plain.getLocalPort() + "/credentials");
        System.setProperty(CREDENTIALS_TOKEN, "priming");
        start(() -> accept(secure));
        start(() -> accept(plain));
    }

    Surroundings surroundings(Script script) {
        return new Surroundings(script.variables(), script::now,
                () -> new LoopbackClient(UrlConnectionHttpClient.builder()
                        .tlsTrustManagersProvider(() -> identity.trustManagers().toArray(TrustManager[]::new)).build(),
                        HOST, secure.getLocalPort()));
    }

    private void start(Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name("priming").start(work));
    }

    /** From now on, each answer is the last one on its connection: the clients close theirs, too. */
    void beginLastRound() {
        isLastRound = true;
    }

    private void accept(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The end of priming.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            HttpExchange exchange = new HttpExchange(connection);
            boolean goesOn = true;
            while (goesOn) {
                Optional<HttpExchange.Call> call = exchange.next();
                goesOn = call.isPresent() && answered.incrementAndGet() % ANSWERS_A_CONNECTION > 0
                        && !isLastRound;
                if (call.isPresent()) {
                    exchange.answer(answers.to(call.get()), goesOn);
                }
            }
        } catch (IOException closed) {
            // The client or the end of priming has closed it.
        } finally {
            connections.remove(connection);
        }
    }

    /** Closes everything that was opened, so that the snapshot has no connection. */
    @Override
    public void close() throws IOException {
        System.clearProperty(CREDENTIALS);
        System.clearProperty(CREDENTIALS_TOKEN);
        secure.close();
        plain.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.forEach(Services::awaitEnd);
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
