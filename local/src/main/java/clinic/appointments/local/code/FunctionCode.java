package clinic.appointments.local.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The code of a function's process, prepared once for each content: a class path of jars, and the JVM's cache of the
 * classes that were loaded from it (JEP 483) once a run has recorded them.
 *
 * @param folder holds nothing else
 */
public record FunctionCode(Path folder) {

    private static final String CLASSES = "classes.jar";
    /** Changes with the form of what is prepared. */
    private static final String FORM = "1 ";
    private static final String CACHE = "classes.aot";

    /**
     * Prepares code.
     *
     * @param sources folders with loose classes and libraries, in the order of the class path
     * @param parent keeps what was prepared
     */
    public static FunctionCode prepare(List<Path> sources, Path parent) {
        String hash = ContentHash.of(sources, FORM + System.getProperty("java.vm.version"));
        return new FunctionCode(new KeptResults(parent, "code").get(hash, folder -> fill(folder, sources)));
    }

    /** Options of a JVM that runs the code. */
    public List<String> options() {
        return cache().map(cache -> options("-XX:AOTCache=" + cache)).orElseGet(() -> List.of("-cp", classPath()));
    }

    /** Options of a JVM that runs the code and writes a cache when it ends. */
    public List<String> recordingOptions(Path cache) {
        return options("-XX:AOTCacheOutput=" + cache);
    }

    /** The JVM falls back to no cache by itself; its warnings would fill a function's log. */
    private List<String> options(String cache) {
        return List.of(cache, "-Xlog:aot*=off", "-cp", classPath());
    }

    /** The other jars are in the manifest of this one. */
    private String classPath() {
        return directory().resolve(CLASSES).toString();
    }

    /** Working directory of a process: Lambda's runtime client loads from it, too, and must find the same jars. */
    public Path directory() {
        return folder.resolve("0");
    }

    /** The recorded cache. */
    public Optional<Path> cache() {
        return Optional.of(cacheFile()).filter(Files::isRegularFile);
    }

    /** Where a cache belongs; the JVM must write it elsewhere, since it writes in place. */
    public Path cacheFile() {
        return folder.resolve(CACHE);
    }

    private static void fill(Path folder, List<Path> sources) throws IOException {
        List<Path> classPath = new ArrayList<>();
        for (int place = sources.size() - 1; place >= 0; place--) {
            Path part = folder.resolve(String.valueOf(place));
            classPath.addAll(0, Libraries.copy(Libraries.of(sources.get(place)), part.resolve("lib")));
            classPath.addFirst(ClassJar.write(sources.get(place), part.resolve(CLASSES), classPath));
        }
    }
}
