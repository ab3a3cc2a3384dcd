package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The contents of libraries, compressed or not: those of the bundle have the entries of the published libraries, but
 * stored without compression.
 */
final class LibraryContents {

    static final String AGAIN = "; run mvn package.";

    private LibraryContents() {
    }

    /** Throws {@link StartProblem} if a bundle's libraries have other contents than the published ones. */
    static void requireSame(Path bundled, Path published) {
        requireSame(entries(bundled), entries(published));
    }

    /**
     * Throws {@link StartProblem} if two sets of libraries differ.
     *
     * @param bundled file name of each library → what identifies its contents
     * @param billed the same of the libraries that there should be
     */
    static void requireSame(SortedMap<String, ?> bundled, SortedMap<String, ?> billed) {
        refuse(difference(bundled, billed), "is not in its bill of materials");
        refuse(difference(billed, bundled), "is missing from it");
    }

    private static void refuse(SortedMap<String, ?> libraries, String fault) {
        if (!libraries.isEmpty()) {
            throw new StartProblem("Library " + libraries.firstKey() + " of the function bundle " + fault + AGAIN);
        }
    }

    private static SortedMap<String, ?> difference(SortedMap<String, ?> from, Map<String, ?> others) {
        var difference = new TreeMap<String, Object>(from);
        difference.entrySet().removeAll(others.entrySet());
        return difference;
    }

    private static SortedMap<String, List<String>> entries(Path directory) {
        try (var files = Files.list(directory)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), LibraryContents::entriesOf,
                    (first, _) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> entriesOf(Path library) {
        try (var jar = new ZipFile(library.toFile())) {
            return jar.stream().map(LibraryContents::identity).toList();
        } catch (ZipException _) {
            return List.of("no jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + entry.getCrc();
    }
}
