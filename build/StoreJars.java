import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the jars of a folder with their entries uncompressed: {@code java StoreJars.java FROM TO}. A zip of such jars
 * is a third smaller than one of compressed jars, because it compresses what their classes have in common, too.
 */
public final class StoreJars {

    /**
     * The copy depends on nothing but names and contents. The JDK writes the earliest time of a zip, the start of 1980,
     * in the time zone of this machine as well.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int BUFFER = 1 << 20;

    private StoreJars() {
    }

    public static void main(String[] folders) throws IOException {
        Path to = Files.createDirectories(Path.of(folders[1]));
        for (Path jar : jars(Path.of(folders[0]))) {
            store(jar, to.resolve(jar.getFileName()));
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void store(Path from, Path to) throws IOException {
        try (ZipFile source = new ZipFile(from.toFile());
                ZipOutputStream copy = new ZipOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(to), BUFFER))) {
            copy.setMethod(ZipOutputStream.STORED);
            for (Enumeration<? extends ZipEntry> entries = source.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                copy.putNextEntry(stored(entry));
                try (InputStream content = source.getInputStream(entry)) {
                    content.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
    }

    private static ZipEntry stored(ZipEntry entry) {
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setTimeLocal(TIME);
        stored.setCrc(entry.getCrc());
        stored.setSize(entry.getSize());
        return stored;
    }
}
