package clinic.appointments.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Ensures that no child process outlives this program: with a shutdown hook for an orderly end, and for SIGKILL with
 * a small shell that reads the children's ids from a pipe and kills them when the pipe closes, as it does however the
 * program ends. Without a POSIX shell only the hook works.
 */
final class ChildWatch {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            alive=' '
            while read -r sign pid; do
              case $sign in
                +) alive="$alive$pid " ;;
                -) alive=$(printf '%s' "$alive" | sed "s/ $pid / /") ;;
              esac
            done
            for pid in $alive; do kill -9 "$pid" 2>/dev/null; done
            """;
    private static final ChildWatch INSTANCE = new ChildWatch();

    private final Set<Process> children = ConcurrentHashMap.newKeySet();
    private @Nullable OutputStream pipe;

    private ChildWatch() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> children.forEach(Process::destroyForcibly), "children-end"));
    }

    /** Watches a child until it exits. */
    static void over(Process child) {
        INSTANCE.add(child);
    }

    private void add(Process child) {
        children.add(child);
        tell('+', child.pid());
        CompletableFuture<Void> _ = child.onExit().thenRun(() -> remove(child));
    }

    private void remove(Process child) {
        children.remove(child);
        tell('-', child.pid());
    }

    private synchronized void tell(char sign, long pid) {
        try {
            if (pipe == null) {
                pipe = new ProcessBuilder("/bin/sh", "-c", SCRIPT).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start().getOutputStream();
            }
            pipe.write((sign + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException _) {
            pipe = OutputStream.nullOutputStream();
        }
    }
}
