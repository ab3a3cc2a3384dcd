package clinic.appointments.local.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The runtime loop in plain Java, from its own class folder, so that a function sees nothing else of this program.
 *
 * @param built build output of module {@code local/runtime}
 */
record JavaClient(Path built) implements RuntimeClient {

    private static final String MAIN = "clinic.appointments.local.runtimeloop.RuntimeLoop";

    static JavaClient of(Path built) {
        if (!Files.isRegularFile(built.resolve("classes").resolve(MAIN.replace('.', '/') + ".class"))) {
            throw new InitException("The loop that runs functions is missing: build module local/runtime.");
        }
        return new JavaClient(built);
    }

    @Override
    public List<String> options() {
        return List.of();
    }

    @Override
    public List<Path> code() {
        return List.of(built.resolve("lib"), built.resolve("classes"));
    }

    @Override
    public String mainClass() {
        return MAIN;
    }

    /** Does nothing: this client writes no files. */
    @Override
    public void close() {
    }
}
