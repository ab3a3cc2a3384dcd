package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The libraries that the build took for the bundle. A library that an earlier build left behind would be deployed, and
 * Lambda would load its classes first if its name comes first.
 *
 * @param libraries file name of each library, with its SHA-256
 */
record BillOfMaterials(SortedMap<String, String> libraries) {

    /** The bill that the build wrote beside the bundle. */
    static BillOfMaterials of(Path bundle) {
        var file = bundle.resolveSibling("bom.json");
        if (!Files.isRegularFile(file)) {
            throw new StartProblem("The bill of materials " + file + " is missing" + LibraryContents.AGAIN);
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
        LibraryContents.requireSame(found(directory), libraries);
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
