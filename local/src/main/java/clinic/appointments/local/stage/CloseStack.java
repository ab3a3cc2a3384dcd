package clinic.appointments.local.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What has been opened, closed in reverse order; one that fails to close does not keep the others open. */
final class CloseStack implements AutoCloseable {

    private final Deque<Closing> open = new ArrayDeque<>();

    /** A close that throws nothing checked. */
    interface Closing {
        void close();
    }

    synchronized void push(Closing closing) {
        open.push(closing);
    }

    /** Pushes something that is still being opened, and may fail to. */
    <T> void push(CompletableFuture<T> opening, Consumer<T> close) {
        push(() -> opening.handle((opened, _) -> opened).thenAccept(opened -> {
            if (opened != null) {
                close.accept(opened);
            }
        }).join());
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
