package clinic.appointments.infrastructure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parts of the machine that the app needs.
 *
 * @param searchPath directories with programs
 * @param bundle directory of the built functions
 * @param stages directory of the stage files, which need not exist
 * @param deploys whether what is synthesized may be deployed; a local run writes no bill of materials
 */
record Workstation(List<Path> searchPath, Path bundle, Path stages, boolean deploys) {

    private static final List<String> NODE = List.of("node", "node.exe");

    static Workstation ofThisProcess() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var directories = Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
        return new Workstation(directories, Path.of(System.getProperty("functions.bundle", "functions/target/bundle")),
                Path.of("infrastructure/stages"), !Boolean.getBoolean("local.run"));
    }

    /** Throws {@link StartProblem} if there is no Node.js, which the CDK needs. */
    void requireNode() {
        if (NODE.stream().noneMatch(this::isInstalled)) {
            throw new StartProblem("The CDK needs Node.js on the PATH: install Node.js 20 or newer.");
        }
    }

    /**
     * The directory to deploy; throws {@link StartProblem} if it has not been built, or has other libraries than its
     * bill of materials.
     */
    Path functionBundle() {
        if (!Files.isDirectory(bundle)) {
            throw new StartProblem("The function bundle " + bundle + " is missing: run mvn package.");
        }
        var published = bundle.resolveSibling("libraries");
        if (deploys) {
            BillOfMaterials.of(bundle).check(published);
        }
        LibraryContents.requireSame(bundle.resolve("lib"), published);
        return bundle;
    }

    private boolean isInstalled(String program) {
        return searchPath.stream().anyMatch(directory -> Files.isExecutable(directory.resolve(program)));
    }
}
