package clinic.appointments.local.code;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders that follow from their inputs, made once and kept. Each result has its own folder, because functions run from
 * it: a later build must not take the code away from a stage that stays up.
 *
 * @param parent contains the results
 * @param name first part of a result's name
 */
public record KeptResults(Path parent, String name) {

    private static final int MAX_KEPT = 3;
    private static final int HASH_LENGTH = 16;

    /** Makes a result. */
    public interface Maker {

        /** Fills a new folder. */
        void fill(Path folder) throws IOException;
    }

    /**
     * The result for inputs.
     *
     * @param hash of the inputs
     * @param maker makes it if it is not kept; its exception leaves no result
     */
    public Path get(String hash, Maker maker) {
        try {
            Path result = parent.resolve(name + "-" + hash.substring(0, HASH_LENGTH));
            if (!Files.isDirectory(result)) {
                make(result, maker);
            }
            Files.setLastModifiedTime(result, FileTime.from(Instant.now()));
            prune();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path result, Maker maker) throws IOException {
        Files.createDirectories(parent);
        Path output = Files.createTempDirectory(parent, "new-");
        try {
            maker.fill(output);
            publish(output, result);
        } finally {
            delete(output);
        }
    }

    /** Another program may have published the same result in the meantime. */
    private static void publish(Path output, Path result) throws IOException {
        try {
            Files.move(output, result, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(result)) {
                throw e;
            }
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> results = Files.list(parent)) {
            List<Path> old = results.filter(path -> path.getFileName().toString().startsWith(name + "-"))
                    .filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong((Path path) -> path.toFile().lastModified()).reversed())
                    .skip(MAX_KEPT).toList();
            for (Path result : old) {
                delete(result);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
