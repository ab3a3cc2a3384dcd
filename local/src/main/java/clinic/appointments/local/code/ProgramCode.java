package clinic.appointments.local.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The code of this program, prepared once for each content: a class path of jars only, since the JVM caches no class of
 * a folder, and its cache of the classes that were loaded from it (JEP 514) once a run has recorded them.
 *
 * @param folder holds nothing else
 * @param classPath in the form of the option {@code -cp}
 */
public record ProgramCode(Path folder, String classPath) {

    private static final String CACHE = "classes.aot";

    /**
     * Prepares code.
     *
     * @param classPath folders with classes, and jars
     * @param parent keeps what was prepared
     */
    public static ProgramCode prepare(List<Path> classPath, Path parent) {
        List<Path> folders = classPath.stream().filter(Files::isDirectory).toList();
        String hash = ContentHash.of(folders, System.getProperty("java.vm.version") + classPath);
        Path folder = new KeptResults(parent, "program").get(hash, output -> IntStream.range(0, folders.size())
                .forEach(place -> write(folders.get(place), jar(output, place))));
        return new ProgramCode(folder, classPath.stream()
                .map(entry -> Files.isDirectory(entry) ? jar(folder, folders.indexOf(entry)) : entry)
                .map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator"))));
    }

    private static Path jar(Path folder, int place) {
        return folder.resolve(place + ".jar");
    }

    private static void write(Path folder, Path jar) {
        int status = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create",
                "--no-compress", "--file", jar.toString(), "-C", folder.toString(), ".");
        if (status != 0) {
            throw new IllegalStateException("jar cannot pack " + folder);
        }
    }

    /** Options of a JVM that runs the code. It falls back to no cache by itself, and would warn of that. */
    public List<String> options() {
        Stream<String> cached = cache().stream().flatMap(file -> Stream.of("-XX:AOTCache=" + file, "-Xlog:aot*=off"));
        return Stream.concat(cached, Stream.of("-cp", classPath)).toList();
    }

    /** Options of a JVM that runs the code and notes the classes that it loads. */
    public List<String> recordingOptions(Path notes) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes, "-Xlog:aot*=off", "-cp", classPath);
    }

    /** Options of a JVM that makes a cache of the noted classes. */
    public List<String> cachingOptions(Path notes, Path cache) {
        return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + cache, "-cp",
                classPath);
    }

    /** The recorded cache. */
    public Optional<Path> cache() {
        return Optional.of(cacheFile()).filter(Files::isRegularFile);
    }

    /** Where a cache belongs; the JVM must write it elsewhere, since it writes in place. */
    public Path cacheFile() {
        return folder.resolve(CACHE);
    }
}
