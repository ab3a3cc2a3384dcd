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

/** The deployed code of the functions, with its bill of materials. */
final class Bundle {

    private static final Path DIRECTORY = Path.of("functions/target/bundle");
    private static final Path LIBRARIES = Path.of("functions/target/libraries");
    private static final Path BILL = Path.of("functions/target/bom.json");

    private Bundle() {
    }

    /** What is deployed: loose files, and libraries whose entries are not compressed. */
    static Path directory() {
        return DIRECTORY;
    }

    /** File name of each library → its SHA-256 as it was published. */
    static SortedMap<String, String> libraries() {
        try (var files = Files.list(LIBRARIES)) {
            var hashes = new TreeMap<String, String>();
            files.forEach(file -> hashes.put(file.getFileName().toString(), hash(file)));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File name of each library of the bill → its SHA-256; the service's own classes stand in the bundle's root. */
    static SortedMap<String, String> bill() {
        var hashes = new TreeMap<String, String>();
        Resources.elements(components()).filter(component -> !isOurs(component))
                .forEach(component -> hashes.put(file(component), hash(component)));
        return hashes;
    }

    /** Each library's licences, as a page. */
    static String licences() {
        return Resources.elements(components()).filter(component -> !isOurs(component))
                .map(component -> "| " + component.path("group").asText() + " | " + component.path("name").asText()
                        + " | " + component.path("version").asText() + " | " + licence(component) + " |\n")
                .sorted()
                .collect(Collectors.joining("",
                        """
                                # Licences of deployed libraries

                                The page lists every library in the functions' bundle. It is generated from the \
                                CycloneDX bill of
                                materials that the build writes to `functions/target/bom.json`, and \
                                `BundleTest` compares the two. To
                                approve a change, run
                                `mvn -q -Ppages test`.

                                | group | library | version | licence |
                                |---|---|---|---|
                                """,
                        ""));
    }

    private static JsonNode components() {
        return Templates.json(BILL).path("components");
    }

    private static boolean isOurs(JsonNode component) {
        return component.path("group").asText().equals("clinic.appointments");
    }

    private static String file(JsonNode component) {
        return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
    }

    private static String licence(JsonNode component) {
        return Resources.elements(component.path("licenses")).map(choice -> choice.has("expression")
                ? choice.path("expression").asText()
                : choice.at("/license/id").asText(choice.at("/license/name").asText()))
                .collect(Collectors.joining(", "));
    }

    private static String hash(JsonNode component) {
        return Resources.elements(component.path("hashes")).filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText()).findFirst().orElse("none");
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
