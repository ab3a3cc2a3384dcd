package clinic.appointments.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for results of other threads. */
final class Futures {

    private Futures() {
    }

    /** Waits for a result; throws what its thread has thrown. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw thrown(failed);
        }
    }

    private static RuntimeException thrown(CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException exception ? exception : failed;
    }
}
