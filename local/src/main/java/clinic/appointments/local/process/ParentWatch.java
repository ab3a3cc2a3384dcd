package clinic.appointments.local.process;

import java.util.concurrent.CompletableFuture;
/**
 * Ends this program when the program that started it has ended for any reason, because nobody is left to stop this one.
 */
public final class ParentWatch {

    /** The status that a shell reports for a process that SIGTERM has ended. */
    private static final int SIGTERM_STATUS = 143;

    private ParentWatch() {
    }

    /** Begins to watch; shutdown hooks run when the parent has ended, as they do on Ctrl-C. */
    public static void begin() {
        ProcessHandle.current().parent()
                .ifPresent(parent -> {
                    CompletableFuture<Void> _ = parent.onExit().thenRun(() -> System.exit(SIGTERM_STATUS));
                });
    }
}
