package clinic.appointments.local.functionclock;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Runs inside a function's process, before the handler is loaded. */
public final class ClockAgent {

    private ClockAgent() {
    }

    /**
     * Called by the JVM.
    *
    * @param clockFile the file that holds the offset of the local clock from real time
     */
    public static void premain(String clockFile, Instrumentation instrumentation) {
        FunctionClock.follow(Path.of(clockFile));
        instrumentation.addTransformer(new ClockCalls());
    }
}
