package clinic.appointments.local.stage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs steps and reports how long each took.
 *
 * @param listener receives one line for each step
 */
public record Progress(Consumer<String> listener) {

    /** Runs a step on this thread. */
    public <T> T step(String what, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        listener.accept("  %-46s %5.1f s".formatted(what, took.toMillis() / 1000.0));
        return result;
    }

    /** Runs a step in parallel with others. */
    <T> CompletableFuture<T> beside(String what, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().name(what).start(() -> {
            try {
                result.complete(step(what, work));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Waits for a step and throws its failure unchanged. */
    static <T> T join(CompletableFuture<T> step) {
        try {
            return step.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
