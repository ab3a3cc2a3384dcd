package clinic.appointments.local.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of trouble that a person can plant at a call. */
public enum TroubleKind {

    THROTTLE("throttle the call"),
    FAIL("answer with status 500"),
    TIME_OUT("let the call time out"),
    LOSE("lose the answer"),
    KILL("kill the function");

    private final String text;

    TroubleKind(String text) {
        this.text = text;
    }

    /** The trouble as a command. */
    public String text() {
        return text;
    }

    static Optional<TroubleKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
    }
}
