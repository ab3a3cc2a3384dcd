package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The libraries that the build put into the bundle. A library that an earlier build left behind would be deployed, and
 * Lambda would load its classes first if its name comes first.
 *
 * @param libraries file name of each library, with its SHA-256
 */
record BillOfMaterials(SortedMap<String, String> libraries) {

    private static final String AGAIN = "; run mvn package.";

    /** The bill that the build wrote beside the bundle. */
    static BillOfMaterials of(Path bundle) {
        var file = bundle.resolveSibling("bom.json");
        if (!Files.isRegularFile(file)) {
            throw new StartProblem("The bill of materials " + file + " is missing" + AGAIN);
        }
        try {
            return of(new ObjectMapper().readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BillOfMaterials of(JsonNode bill) {
        return new BillOfMaterials(bill.path("components").valueStream()
                .filter(component -> !component.path("group").asText().equals("clinic.appointments"))
                .collect(Collectors.toMap(BillOfMaterials::file, BillOfMaterials::hash, (first, _) -> first,
                        TreeMap::new)));
    }

    /** Throws {@link StartProblem} if the directory has other libraries, or other bytes. */
    void check(Path directory) {
        var found = found(directory);
        refuse(difference(found, libraries), "is not in its bill of materials");
        refuse(difference(libraries, found), "is missing from it");
    }

    private static void refuse(SortedMap<String, String> libraries, String fault) {
        if (!libraries.isEmpty()) {
            throw new StartProblem("Library " + libraries.firstKey() + " of the function bundle " + fault + AGAIN);
        }
    }

    private static SortedMap<String, String> difference(SortedMap<String, String> from, Map<String, String> others) {
        var difference = new TreeMap<>(from);
        difference.entrySet().removeAll(others.entrySet());
        return difference;
    }

    private static SortedMap<String, String> found(Path directory) {
        try (var files = Files.list(directory)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), BillOfMaterials::hash,
                    (first, _) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(JsonNode component) {
        return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
    }

    private static String hash(JsonNode component) {
        return component.path("hashes").valueStream().filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText()).findFirst().orElse("");
    }

    /** SHA-256 of a file. */
    static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
