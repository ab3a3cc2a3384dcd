package clinic.appointments.local.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.functionclock.ClockRedirect;
import clinic.appointments.local.functionclock.FunctionClock;

/**
 * A jar of the loose files of a folder: the JVM caches no class of a folder. The classes in it follow the local clock.
 */
final class ClassJar {

    private static final String CLASS = ".class";

    private ClassJar() {
    }

    /**
     * Writes the jar; libraries of the folder are left out.
     *
     * @param next the jars after this one on the class path, which its manifest names: a command line with all of them
     *     is longer than what the system tells about a process
     */
    static Path write(Path folder, Path jar, List<Path> next) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest(jar.resolveSibling(""), next))) {
            for (Path file : looseFiles(folder)) {
                byte[] content = Files.readAllBytes(file);
                add(name(folder, file), isClass(file) ? ClockRedirect.in(content) : content, entries);
            }
            addClock(entries);
        }
        return jar;
    }

    private static Manifest manifest(Path folder, List<Path> next) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!next.isEmpty()) {
            main.put(Attributes.Name.CLASS_PATH, next.stream()
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .collect(Collectors.joining(" ")));
        }
        return manifest;
    }

    private static List<Path> looseFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !Libraries.isLibrary(file)).sorted().toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(CLASS);
    }

    private static void addClock(JarOutputStream entries) throws IOException {
        String name = FunctionClock.class.getName().replace('.', '/') + CLASS;
        try (InputStream bytes = FunctionClock.class.getClassLoader().getResourceAsStream(name)) {
            add(name, bytes.readAllBytes(), entries);
        }
    }

    private static void add(String name, byte[] content, JarOutputStream entries) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(content);
        entries.closeEntry();
    }
}
