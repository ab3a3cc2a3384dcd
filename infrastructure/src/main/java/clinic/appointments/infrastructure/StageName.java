package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The deployment stages; {@link #id()} is the name on the command line and the first part of every stack's name. */
public enum StageName {

    /** Where a change is tried: data may be thrown away. */
    DEV,
    /** Where a release is rehearsed: as in production, but with data that may be thrown away. */
    STAGING,
    /** What patients depend on: data outlives its stack, and a release takes over step by step. */
    PROD;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of that name; throws {@link StartProblem} when there is none. */
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
