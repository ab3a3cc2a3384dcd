package clinic.appointments.local.page;

import java.time.Duration;

import clinic.appointments.local.function.Invocation;

/** Invocations in words. */
public final class Invocations {

    private Invocations() {
    }

    /** The response of a function, or the reason why there is none. */
    public static String describe(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> payload;
            case Invocation.Failed(String type, String message) -> "failed: " + type + ": " + message;
            case Invocation.TimedOut(Duration after) -> "timed out after " + after.toSeconds() + " s";
            case Invocation.Crashed(String detail) -> "crashed: " + detail;
        };
    }
}
