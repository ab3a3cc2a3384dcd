package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import clinic.appointments.local.template.Function;
import org.jspecify.annotations.Nullable;

/**
 * A slot for one process of a function. A dead process is replaced before the next invocation, so that a function
 * which cannot start fails that invocation and does not restart for ever.
 */
final class FunctionInstance implements AutoCloseable {

    private final Function function;
    private final ProcessSettings settings;
    private volatile @Nullable FunctionProcess process;
    private boolean closed;

    FunctionInstance(Function function, ProcessSettings settings) {
        this.function = function;
        this.settings = settings;
    }

    /** Starts the process without waiting for it. */
    synchronized void start() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        process = FunctionProcess.start(function, settings);
    }

    /**
     * Waits until the process waits for events.
     *
     * @throws InitException when initialization fails
     */
    void awaitReady() throws InterruptedException {
        try {
            running().ready().get(settings.start().maxDuration().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CompletionException e) {
            throw failed(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
        } catch (TimeoutException _) {
            throw failed("it was not ready after " + settings.start().maxDuration().toSeconds() + " s");
        }
    }

    Invocation invoke(InvocationRequest request) throws InterruptedException {
        if (!running().isUsable()) {
            running().close();
            start();
        }
        try {
            awaitReady();
        } catch (InitException e) {
            return new Invocation.Crashed(Objects.requireNonNull(e.getMessage()));
        }
        return running().invoke(request, function.timeout());
    }

    void kill() {
        running().kill();
    }

    long pid() {
        return running().pid();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.close();
        }
    }

    private InitException failed(String why) {
        running().close();
        Path log = settings.logs().resolve(function.id() + ".log");
        return new InitException("%s could not start: %s (log: %s)".formatted(function.id(),
                LastCause.in(log).orElse(why), log));
    }

    private FunctionProcess running() {
        return Objects.requireNonNull(process, "not started");
    }
}
