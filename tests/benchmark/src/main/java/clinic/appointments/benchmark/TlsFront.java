package clinic.appointments.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS in front of a server that speaks plain HTTP: it passes bytes on, and counts connections. */
final class TlsFront implements AutoCloseable {

    private static final String HOST = "localhost";
    private static final String PASSWORD = "changeit";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();
    private final Path trusted;
    private final ServerSocket server;

    private TlsFront(Path trusted, ServerSocket server) {
        this.trusted = trusted;
        this.server = server;
    }

    /**
     * Listens, with a certificate of its own. Clients trust it beside the authorities of every JDK, which take as long
     * to load as in AWS.
     *
     * @param directory takes the key stores
     */
    static TlsFront start(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        Path keys = directory.resolve("front.p12");
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", HOST, "-keyalg", "RSA", "-dname", "CN=" + HOST, "-ext", "SAN=dns:" + HOST, "-validity", "365",
                "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", PASSWORD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        KeyStore own = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        return new TlsFront(trusted(own.getCertificate(HOST), directory),
                context(own).getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress()));
    }

    private static Path trusted(Certificate own, Path directory) throws IOException, GeneralSecurityException {
        Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore store = KeyStore.getInstance(authorities.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry(HOST, own);
        Path trusted = directory.resolve("trusted");
        try (OutputStream file = Files.newOutputStream(trusted)) {
            store.store(file, PASSWORD.toCharArray());
        }
        return trusted;
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Passes everything on to a server, and returns the address to call in its place. */
    URI before(URI plain) {
        threads.execute(() -> accept(plain));
        return URI.create("https://" + HOST + ":" + server.getLocalPort());
    }

    /** Options of a JVM that trusts the certificate. */
    String[] trust() {
        return new String[]{"-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD};
    }

    int connections() {
        return connections.get();
    }

    private void accept(URI plain) {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                connections.incrementAndGet();
                Socket service = new Socket(plain.getHost(), plain.getPort());
                threads.execute(() -> pass(client, service));
                threads.execute(() -> pass(service, client));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            OutputStream out = to.getOutputStream();
            InputStream in = from.getInputStream();
            byte[] part = new byte[8_192];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                out.write(part, 0, read);
                out.flush();
            }
        } catch (IOException closed) {
            // One side has closed the connection.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
