package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The deployment stages; {@link #id()} is the name on the command line and the prefix of every stack's name. */
public enum StageName {

    /** For trying out changes; its data is disposable. */
    DEV,
    /** For rehearsing releases: like production, but with disposable data. */
    STAGING,
    /** For patients: data outlives its stack, and releases are gradual. */
    PROD;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage with that name; throws {@link StartProblem} if there is none. */
    public static StageName parse(String id) {
        return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst()
                .orElseThrow(
                        () -> new StartProblem("There is no stage \"" + id + "\": known stages are " + known() + "."));
    }

    /** All names, for a message. */
    static String known() {
        return Arrays.stream(values()).map(StageName::id).collect(Collectors.joining(", "));
    }
}
