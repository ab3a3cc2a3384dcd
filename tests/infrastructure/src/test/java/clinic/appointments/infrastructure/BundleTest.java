package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions' bundle holds what it must, nothing else, and its bill of materials says exactly that. */
class BundleTest {

    /**
     * Other HTTP clients of the AWS SDK, and what only tests or the build need. The X-Ray SDK brings Apache's client
     * for fetching sampling rules; the AWS SDK does not use it.
     */
    private static final Pattern UNWANTED = Pattern.compile("(netty|apache-client|apache5-client|aws-crt|junit|assertj|"
            + "mockito|archunit|awaitility|logback|aws-cdk|jsii|constructs|lombok|guava|kotlin|scala|dynamodb-enhanced|"
            + "DynamoDBLocal|elasticmq).*");

    @Test
    void theBillOfMaterialsNamesEachLibraryAndItsBytes() {
        assertThat(Bundle.bill()).hasSizeGreaterThan(50).isEqualTo(Bundle.libraries());
    }

    /** AWS CDK's command line compresses them together: what their classes have in common is compressed, too. */
    @Test
    void theLibrariesOfTheBundleAreNotCompressed() throws IOException {
        LibraryContents.requireSame(Bundle.directory().resolve("lib"), Path.of("functions/target/libraries"));
        try (var libraries = Files.list(Bundle.directory().resolve("lib"))) {
            assertThat(libraries.flatMap(BundleTest::methods)).hasSizeGreaterThan(10_000).containsOnly(ZipEntry.STORED);
        }
    }

    @Test
    void theZipThatIsDeployedStaysSmall() throws IOException {
        assertThat(zipped(Bundle.directory())).isBetween(10_000_000L, 14_000_000L);
        assertThat(zipped(Path.of("functions/target/libraries"))).as("compressed once more").isGreaterThan(16_000_000);
    }

    @Test
    void thereIsOneHttpClientOfTheSdkAndNothingUnused() {
        assertThat(unwanted(Bundle.libraries().keySet())).isEmpty();
        assertThat(Bundle.libraries().keySet()).filteredOn(library -> library.contains("-client-2"))
                .allMatch(library -> library.startsWith("url-connection-client-"));
    }

    @Test
    void onlyTheServicesInUseHaveAClient() {
        var services = Pattern.compile("(dynamodb|sqs|scheduler|sesv2|sns|s3|kms|lambda|sts|ses|eventbridge)-2.*");
        assertThat(Bundle.libraries().keySet()).filteredOn(services.asMatchPredicate())
                .extracting(library -> library.replaceFirst("-.*", ""))
                .isEqualTo(List.of("dynamodb", "kms", "scheduler", "sesv2", "sqs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty-nio-client-2.41.18.jar", "apache-client-2.41.18.jar",
            "junit-jupiter-api-5.14.4.jar"})
    void anUnwantedLibraryWouldBeFound(String library) {
        assertThat(unwanted(Set.of(library, "sqs-2.41.18.jar"))).containsExactly(library);
    }

    @Test
    void everyLibraryHasALicenceThatIsListed() throws IOException {
        assertThat(Bundle.licences()).doesNotContain("|  |");
        new CommittedPage(Path.of("docs/licences.md")).isEqualTo(Bundle.licences());
    }

    private static long zipped(Path directory) throws IOException {
        var bytes = new AtomicLong();
        try (var zip = new DeflaterOutputStream(counting(bytes)); var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, zip);
            }
        }
        return bytes.get();
    }

    private static OutputStream counting(AtomicLong bytes) {
        return new OutputStream() {

            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] many, int offset, int length) {
                bytes.addAndGet(length);
            }
        };
    }

    private static Stream<Integer> methods(Path library) {
        try (var jar = new ZipFile(library.toFile())) {
            return jar.stream().map(ZipEntry::getMethod).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unwanted(Set<String> libraries) {
        return libraries.stream().filter(UNWANTED.asMatchPredicate()).toList();
    }
}
