package clinic.appointments.local.function;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Lambda's own runtime interface client, or the loop in plain Java that stands in for it on any system but Linux. */
public enum RuntimeKind {
    NATIVE, JAVA;

    private static final Set<String> NATIVE_MACHINES = Set.of("amd64", "aarch64");

    /** Lambda's own where it runs. */
    public static RuntimeKind ofThisSystem() {
        return System.getProperty("os.name").equals("Linux") && NATIVE_MACHINES.contains(System.getProperty("os.arch"))
                ? NATIVE
                : JAVA;
    }

    /** All that run here. */
    public static Set<RuntimeKind> available() {
        return EnumSet.of(JAVA, ofThisSystem());
    }

    /**
     * Makes it ready for use.
     *
     * @param built build output of module {@code local/runtime}
     * @param directory folder that it may write to until it is closed
     * @throws InitException when that module is not built, or this system cannot run it
     */
    public RuntimeClient open(Path built, Path directory) {
        return switch (this) {
            case NATIVE -> NativeClient.unpack(built.resolve("lib"), directory);
            case JAVA -> JavaClient.of(built);
        };
    }
}
