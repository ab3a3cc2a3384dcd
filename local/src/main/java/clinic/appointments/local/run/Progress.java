package clinic.appointments.local.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the steps of a boot and tells how long each took. */
record Progress(Consumer<String> listener) {

    /** Runs a step on this thread. */
    <T> T step(String what, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        listener.accept("  %-46s %5.1f s".formatted(what, took.toMillis() / 1000.0));
        return result;
    }

    /** Runs a step beside others. */
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

    /** Waits for a step; its failure is thrown as it was. */
    static <T> T join(CompletableFuture<T> step) {
        try {
            return step.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
