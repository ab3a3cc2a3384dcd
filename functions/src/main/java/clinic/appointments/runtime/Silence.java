package clinic.appointments.runtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import com.amazonaws.xray.AWSXRay;

/**
 * A time in which a function works as always, inside a trace, and nothing of it is seen: no log line, no metric, no
 * segment. Logs and metrics go to the standard output, which discards them meanwhile.
 */
public final class Silence implements AutoCloseable {

    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";
    private static final String TRACE = "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=1";

    private final PrintStream output;

    private Silence(PrintStream output) {
        this.output = output;
    }

    /** Begins. One thread at a time may be silent. */
    public static Silence begin() {
        Silence silence = new Silence(System.out);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        TraceScrubber.discard(true);
        System.setProperty(TRACE_HEADER, TRACE);
        return silence;
    }

    @Override
    public void close() {
        System.clearProperty(TRACE_HEADER);
        AWSXRay.clearTraceEntity();
        TraceScrubber.discard(false);
        System.setOut(output);
    }
}
