package clinic.appointments.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.http.SameOrigin;
import clinic.appointments.local.stage.LocalStage;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * The page of a running stage and the commands to control it, over HTTP and from this machine only. Nothing of the
 * page is loaded before it is asked for.
 */
public final class LocalPage implements AutoCloseable {

    private final LocalStage stage;
    private final UnaryOperator<String> dates;
    private final LoopbackServer server;
    private final SameOrigin origin;
    private final Commands commands;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Views views;

    private LocalPage(LocalStage stage, UnaryOperator<String> dates, LoopbackServer server) {
        this.stage = stage;
        this.dates = dates;
        this.server = server;
        this.origin = new SameOrigin(server.authority());
        this.commands = new Commands(stage);
    }

    /**
     * Serves the page on a free port.
     *
     * @param dates fills in the dates of sent messages and events
     */
    public static LocalPage open(LocalStage stage, UnaryOperator<String> dates) {
        try {
            LocalPage page = new LocalPage(stage, dates, LoopbackServer.bind(0, "page"));
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
        closed.countDown();
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        Visit visit = Visit.of(exchange.getRequestURI());
        Optional<String> refusal = origin.refusal(exchange);
        if (refusal.isPresent()) {
            respond(exchange, PageAnswer.text(403, refusal.get()));
        } else if (exchange.getRequestMethod().equals("POST")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            respond(exchange, commands.carryOut(visit, dates.apply(body)));
        } else if (visit.part(0).equals("changes")) {
            ChangeStream.of(stage, closed).write(exchange);
        } else {
            respond(exchange, views().show(visit));
        }
    }

    private synchronized Views views() {
        if (views == null) {
            views = new Views(new StageReading(stage), address());
        }
        return views;
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
