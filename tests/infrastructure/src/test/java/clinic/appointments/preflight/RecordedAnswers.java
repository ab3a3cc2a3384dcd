package clinic.appointments.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * AWS, with answers that were written down in the services' formats: each has a file, named after its operation and
 * what it is about. An operation without an answer fails, so that nothing is asked that is not read.
 */
final class RecordedAnswers implements AutoCloseable {

    private static final Path FOLDER = Path.of("tests/infrastructure/src/test/resources/preflight");
    private static final Pattern ABOUT = Pattern.compile("(?:StackName=|\"ServiceCode\":\")([\\w-]+)");
    private static final Pattern FILE = Pattern.compile("(.+?)(?:\\.(\\d{3}))?\\.(?:json|xml)");

    private final HttpServer server;
    private final Map<String, Answer> answers = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** An answer with its HTTP status. */
    record Answer(int status, String body) {
    }

    private RecordedAnswers(HttpServer server) {
        this.server = server;
    }

    /** Answers of an account in which nothing is missing, changed by those of another folder. */
    static RecordedAnswers of(String... folders) {
        try {
            var answers = new RecordedAnswers(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            for (var folder : folders) {
                answers.read(FOLDER.resolve(folder));
            }
            answers.server.createContext("/", answers::answer);
            answers.server.start();
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = FILE.matcher(file.getFileName().toString());
                if (!name.matches()) {
                    throw new IllegalStateException("Not an answer: " + file);
                }
                replace(name.group(1), name.group(2) == null ? 200 : Integer.parseInt(name.group(2)),
                        Files.readString(file));
            }
        }
    }

    RecordedAnswers replace(String operation, int status, String body) {
        answers.put(operation, new Answer(status, body));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The operations that were asked for. */
    Map<String, Long> asked() {
        return asked.stream().collect(Collectors.groupingBy(operation -> operation, TreeMap::new,
                Collectors.counting()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var operation = exchange.getRequestHeaders().getFirst("Authorization") == null ? "unsigned"
                : operation(exchange, body);
        asked.add(operation);
        var answer = answers.getOrDefault(operation, new Answer(500, "Nothing is recorded for " + operation));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String operation(HttpExchange exchange, String body) {
        if (exchange.getRequestMethod().equals("GET")) {
            return "GET" + exchange.getRequestURI().getPath().replace('/', '_');
        }
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var about = ABOUT.matcher(URLDecoder.decode(body, StandardCharsets.UTF_8));
        var name = target == null ? body.replaceFirst(".*\\bAction=(\\w+).*", "$1") : target;
        return about.find() ? name + "-" + about.group(1) : name;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
