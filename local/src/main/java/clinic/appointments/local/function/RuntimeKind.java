package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Lambda's own runtime interface client, or the loop in plain Java that replaces it on systems other than Linux. */
public enum RuntimeKind {
    NATIVE, JAVA;

    private static final Set<String> NATIVE_MACHINES = Set.of("amd64", "aarch64");

    /** Lambda's own client where it runs. */
    public static RuntimeKind ofThisSystem() {
        return System.getProperty("os.name").equals("Linux") && NATIVE_MACHINES.contains(System.getProperty("os.arch"))
                ? NATIVE
                : JAVA;
    }

    /** The kinds that run on this system. */
    public static Set<RuntimeKind> available() {
        return EnumSet.of(JAVA, ofThisSystem());
    }

    /**
     * Prepares the client for use.
     *
     * @param built build output of module {@code local/runtime}
     * @param directory folder that it may write to until it is closed
     * @throws InitException when the module is not built, or the client cannot run on this system
     */
    public RuntimeClient open(Path built, Path directory) {
        return switch (this) {
            case NATIVE -> NativeClient.unpack(built.resolve("lib"), directory);
            case JAVA -> JavaClient.of(built);
        };
    }
}
