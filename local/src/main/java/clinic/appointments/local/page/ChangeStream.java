package clinic.appointments.local.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Function;
import com.sun.net.httpserver.HttpExchange;

/**
 * Tells a browser that something in the stage has changed, as server-sent events (HTML standard, section 9.2). It looks
 * five times a second while somebody listens; a change is told within half a second.
 *
 * @param troubles what is planted, and the latest verdict
 * @param closed counted down when the server stops
 */
record ChangeStream(LocalStage stage, List<Path> logs, Supplier<TroubleList> troubles, CountDownLatch closed) {

    private static final long INTERVAL_MILLIS = 200;
    /** Silent rounds after which a comment is sent, so that a browser that has gone is noticed. */
    private static final int PATIENCE = 50;

    /** Everything that a view shows changes one of these. */
    private record Mark(long messages, long ahead, int mails, int schedules, int segments, long logged,
            TroubleList troubles) {
    }

    static ChangeStream of(LocalStage stage, Supplier<TroubleList> troubles, CountDownLatch closed) {
        return new ChangeStream(stage, stage.deployment().functions().stream().map(Function::id)
                .map(id -> stage.logDirectory().resolve(id + ".log")).toList(), troubles, closed);
    }

    /** Writes until the browser has gone or the server stops. */
    void write(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        send(out, "retry: 1000\n\n");
        Mark told = mark();
        int silent = 0;
        while (!closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
            Mark now = mark();
            silent = now.equals(told) ? silent + 1 : PATIENCE;
            if (silent >= PATIENCE) {
                send(out, now.equals(told) ? ": still here\n\n" : "event: change\ndata: \n\n");
                silent = 0;
            }
            told = now;
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private Mark mark() {
        return new Mark(stage.messages().changes(), stage.clock().ahead().toNanos(), stage.mails().size(),
                stage.schedules().size(), stage.traces().size(),
                logs.stream().mapToLong(log -> log.toFile().length()).sum(), troubles.get());
    }
}
