package clinic.appointments.local.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.local.function.RuntimeKind;

/**
 * How a stage is booted.
 *
 * @param root folder of the repository
 * @param stage name of the stage, such as {@code dev}
 * @param assembly cloud assembly that is booted as it is; without one the stage is synthesized
 * @param port the gateway's port, whose next one is the API's; 0 takes free ones
 * @param instances processes for each function, never more than its event source's maximum concurrency
 * @param runtime what runs the handlers
 * @param idleLimit longest real time to wait for idleness
 * @param variables values for variables that functions have by the template, in place of the template's: for measuring
 *     what a setting costs
 * @param progress is told each step of the boot, one line each
 */
public record BootSettings(Path root, String stage, Optional<Path> assembly, int port, int instances,
        RuntimeKind runtime, Duration idleLimit, Map<String, String> variables,
        Consumer<String> progress) {

    /** One process a function, a free port, silent; the working directory is the repository's. */
    public static BootSettings of(String stage) {
        return new BootSettings(Path.of("").toAbsolutePath(), stage, Optional.empty(), 0, 1,
                RuntimeKind.ofThisSystem(), Duration.ofSeconds(120), Map.of(), _ -> {});
    }

    Ports ports() {
        return Ports.of(port);
    }

    public BootSettings withAssembly(Path synthesized) {
        return new BootSettings(root, stage, Optional.of(synthesized), port, instances, runtime, idleLimit, variables,
                progress);
    }

    public BootSettings withPort(int fixed) {
        return new BootSettings(root, stage, assembly, fixed, instances, runtime, idleLimit, variables, progress);
    }

    public BootSettings withInstances(int count) {
        return new BootSettings(root, stage, assembly, port, count, runtime, idleLimit, variables, progress);
    }

    public BootSettings withRuntime(RuntimeKind kind) {
        return new BootSettings(root, stage, assembly, port, instances, kind, idleLimit, variables, progress);
    }

    public BootSettings withIdleLimit(Duration limit) {
        return new BootSettings(root, stage, assembly, port, instances, runtime, limit, variables, progress);
    }

    public BootSettings withProgress(Consumer<String> listener) {
        return new BootSettings(root, stage, assembly, port, instances, runtime, idleLimit, variables, listener);
    }

    public BootSettings withVariable(EnvironmentKey variable, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(variable.name(), value);
        return new BootSettings(root, stage, assembly, port, instances, runtime, idleLimit, more, progress);
    }
}
