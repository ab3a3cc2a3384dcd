package clinic.appointments.local.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Closes opened resources in reverse order; a failure to close one does not keep the others open. */
final class CloseStack implements AutoCloseable {

    private final Deque<Closing> open = new ArrayDeque<>();

    /** A way to close something, without checked exceptions. */
    interface Closing {
        void close();
    }

    synchronized void push(Closing closing) {
        open.push(closing);
    }

    /** Pushes something whose opening is still in progress and may fail. */
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
