package clinic.appointments.local.function;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** A function that follows the instruction in its event; it needs the variable {@code PROBE}. Uses the JDK only. */
public final class ProbeProcessor {

    static {
        if (System.getenv("PROBE") == null) {
            throw new IllegalStateException("Missing variable: PROBE.");
        }
    }

    private int invocations;

    /** Called by the runtime interface client. */
    public Object handleRequest(Map<String, String> event) throws InterruptedException {
        invocations++;
        return switch (event.get("do")) {
            case "count" -> invocations;
            case "environment" -> new TreeMap<>(System.getenv());
            case "trace" -> System.getProperty("com.amazonaws.xray.traceHeader");
            case "time" -> Clock.systemUTC().instant().toString();
            case "classes" -> sees("clinic.appointments.local.function.FunctionPool");
            case "throw" -> throw new IllegalArgumentException("no good");
            case "halt" -> halt();
            case "hang" -> hang();
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static boolean sees(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    private static Object halt() {
        Runtime.getRuntime().halt(3);
        return null;
    }

    private static Object hang() throws InterruptedException {
        Thread.currentThread().join();
        return null;
    }
}
