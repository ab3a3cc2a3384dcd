package clinic.appointments.local.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars of a folder of code: in the folder, or in {@code lib} below it. */
final class Libraries {

    private Libraries() {
    }

    /** The jars in the order of their names, in which Lambda loads them (Lambda: "Java Lambda function .zip files"). */
    static List<Path> of(Path folder) {
        return Stream.of(folder, folder.resolve("lib")).filter(Files::isDirectory).flatMap(Libraries::jars).toList();
    }

    static boolean isLibrary(Path file) {
        return file.toString().endsWith(".jar");
    }

    /** Copies jars, because a later build may change them; returns the copies. */
    static List<Path> copy(List<Path> jars, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> copies = new ArrayList<>();
        for (Path jar : jars) {
            copies.add(Files.copy(jar, folder.resolve(jar.getFileName())));
        }
        return copies;
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Libraries::isLibrary).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
