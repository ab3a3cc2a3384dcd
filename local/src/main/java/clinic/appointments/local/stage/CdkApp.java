package clinic.appointments.local.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A CDK app in Java, as its build leaves it.
 *
 * @param root folder of the repository, which holds {@code cdk.json}
 * @param mainClass name of the class whose {@code main} method synthesizes a stage
 * @param module folder of the app's module below the root: its classes are in {@code target/classes}, the class path of
 *     its dependencies in the file {@code target/app.classpath}
 * @param inputs files and folders below the root that the app reads outside its module, such as function bundles; a
 *     change to one of them calls for a new synthesis
 */
public record CdkApp(Path root, String mainClass, String module, List<String> inputs) {

    public CdkApp {
        inputs = List.copyOf(inputs);
    }

    /**
     * Checks that the build has left everything that a synthesis needs.
     *
     * @throws StageException when something is missing
     */
    void requireBuilt() {
        inputs.forEach(this::require);
        require(module + "/target/app.classpath");
    }

    /** Everything that decides what a synthesis returns, the context and the libraries excepted. */
    List<Path> sources() {
        List<Path> own = List.of(root.resolve("cdk.json"), classes());
        return Stream.concat(own.stream(), inputs.stream().map(root::resolve)).toList();
    }

    /**
     * File names of the app's libraries. Modules of this build are not among them: one is a folder or a jar, as the
     * build has come, and its content is an input.
     */
    String libraries() throws IOException {
        return Arrays.stream(Files.readString(dependencies()).strip().split(File.pathSeparator)).map(Path::of)
                .filter(entry -> !entry.startsWith(root)).map(entry -> entry.getFileName().toString()).sorted()
                .collect(Collectors.joining(" "));
    }

    /** The class path to run the app with. */
    String classPath() throws IOException {
        return classes() + File.pathSeparator + Files.readString(dependencies()).strip();
    }

    private Path classes() {
        return root.resolve(module).resolve("target/classes");
    }

    private Path dependencies() {
        return root.resolve(module).resolve("target/app.classpath");
    }

    private void require(String output) {
        if (!Files.exists(root.resolve(output))) {
            throw new StageException(output + " is missing: run mvn -ntp -Plocal from the repository's root.");
        }
    }
}
