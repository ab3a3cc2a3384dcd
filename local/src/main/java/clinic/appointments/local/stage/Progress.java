package clinic.appointments.local.stage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs steps and tells a listener of them.
 *
 * @param listener hears when each begins and ends
 */
public record Progress(StepListener listener) {

    /** Runs a step on this thread. */
    public <T> T step(String what, Supplier<T> work) {
        return step(new Step(what, () -> ""), work);
    }

    /** Runs a step that knows how far it is. */
    public <T> T step(Step step, Supplier<T> work) {
        boolean failed = true;
        listener.begun(step);
        try {
            T result = work.get();
            failed = false;
            return result;
        } finally {
            listener.ended(step, failed);
        }
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
