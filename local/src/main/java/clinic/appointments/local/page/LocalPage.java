package clinic.appointments.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.http.SameOrigin;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * The page of a running stage and the commands to control it, or of a saved session; over HTTP and from this machine
 * only. Nothing of the page is loaded before it is asked for.
 */
public final class LocalPage implements AutoCloseable {

    private final PageSource source;
    private final LoopbackServer server;
    private final SameOrigin origin;
    private @Nullable Views views;

    private LocalPage(PageSource source, LoopbackServer server) {
        this.source = source;
        this.server = server;
        this.origin = new SameOrigin(server.authority());
    }

    /** Serves the page on a free port. */
    public static LocalPage open(LocalStage stage, ServiceParts service) {
        return open(new LiveSource(stage, service));
    }

    /**
     * Serves a saved session on a free port.
     *
     * @param book the calendars of a stage
     * @throws StageException when the file is not a session of this version
     */
    public static LocalPage open(Path session, Function<StoredStage, DayBook> book) {
        return open(new SavedSource(session, book));
    }

    private static LocalPage open(PageSource source) {
        try {
            LocalPage page = new LocalPage(source, LoopbackServer.bind(0, "page"));
            page.server.start("/", page::handle);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address without a slash at the end. */
    public URI address() {
        return server.address();
    }

    @Override
    public void close() {
        source.close();
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        Visit visit = Visit.of(exchange.getRequestURI());
        Optional<String> refusal = origin.refusal(exchange);
        if (refusal.isPresent()) {
            respond(exchange, PageAnswer.text(403, refusal.get()));
        } else if (exchange.getRequestMethod().equals("POST")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            respond(exchange, source.carryOut(visit, body));
        } else if (visit.part(0).equals("changes")) {
            source.writeChanges(exchange);
        } else if (visit.part(0).equals(SessionFile.NAME)) {
            respond(exchange, source.file());
        } else if (visit.part(0).equals(SessionFile.EVENTS_NAME)) {
            respond(exchange, new PageAnswer(200, "application/json", source.events()));
        } else {
            respond(exchange, views().show(visit));
        }
    }

    private synchronized Views views() {
        if (views == null) {
            views = new Views(source, address());
        }
        return views;
    }

    private static void respond(HttpExchange exchange, Path file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/zip");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        LoopbackServer.respond(exchange, 200, Files.readAllBytes(file));
    }

    private static void respond(HttpExchange exchange, PageAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        LoopbackServer.respond(exchange, answer.status(), answer.octets());
    }
}
