package clinic.appointments.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

import clinic.appointments.local.function.FunctionStart;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions load classes from every library of the bundle, on the way through everything that the service does once:
 * a library that none of them loads has no place in it, or a reason. The page says which function loads what.
 */
class BundleLibrariesTest {

    private static final Path PAGE = Path.of("docs/bundle.md");

    /** A library that is not loaded on this machine → the reason why it is in the bundle. */
    private static final Map<String, String> REASONS = Map.of("annotations", "every part of the SDK asks for it",
            "aspectjrt", "Powertools' metrics load it before a snapshot",
            "aws-xray-recorder-sdk-aws-sdk-v2-instrumentor", "a list without classes, by which the SDK finds X-Ray");

    private static LoadedLibraries loaded;

    @BeforeAll
    static void goThroughEverything() throws InterruptedException {
        try (LocalStage stage = LocalStage
                .boot(SchedulingStage.settings("dev").start(FunctionStart.onDemand()).build())) {
            SampleFlow.through(stage);
            loaded = LoadedLibraries.of(stage);
        }
    }

    @Test
    void someFunctionLoadsEachOfThem() {
        assertThat(loaded.all()).hasSizeGreaterThan(4);
        assertThat(loaded.unused()).isEqualTo(REASONS.keySet());
    }

    @Test
    void findsOneThatNoFunctionLoads(@TempDir Path folder) throws IOException {
        plant(folder.resolve("used-1.0.jar"), "some/Used.class");
        plant(folder.resolve("left-over-2.1.7.jar"), "some/Unused.class");

        assertThat(LoadedLibraries.of(folder, Map.of("AppointmentQueryProcessor", Set.of("some.Used"))).unused())
                .containsExactly("left-over");
    }

    @Test
    void thePageNamesEachLibrary() throws IOException {
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("pages are never updated in CI").isNull();
            Files.writeString(PAGE, page());
        }
        assertThat(page()).isEqualTo(Files.readString(PAGE));
    }

    private static String page() {
        return """
                # Bundle

                All functions share one bundle: their own classes and the libraries below, %s MB in %d files as they were published. The
                bundle has them without compression, so that the zip that is deployed is smaller than that: 12.6 MB with everything, and
                `BundleTest` keeps it below 14 ([decision 36](decisions/0036-stored-libraries.md)). `BundleLibrariesTest` takes a stage
                through everything that the service does once and looks from which libraries each function has loaded classes. A library
                that none has loaded fails the build, unless the test has a reason for it. `mvn -q -Ppages test` rewrites the page.

                | MB | library | loaded by |
                |---:|---|---|
                %s"""
                .formatted(megabytes(loaded.functions().keySet().stream().mapToLong(loaded::bytes).sum()),
                        loaded.functions().size(), loaded.functions().keySet().stream()
                                .sorted(Comparator.<String>comparingLong(loaded::bytes).reversed())
                                .map(BundleLibrariesTest::row).collect(Collectors.joining()));
    }

    private static String row(String library) {
        return "| %s | %s | %s |\n".formatted(megabytes(loaded.bytes(library)), library.replaceFirst("\\.jar$", ""),
                users(library, loaded.functions().get(library)));
    }

    private static String users(String library, Set<String> functions) {
        return functions.isEmpty()
                ? "none: " + REASONS.getOrDefault(library.replaceFirst("-[0-9.]+\\.jar$", ""), "**no reason**")
                : functions.equals(loaded.all()) ? "all functions" : String.join(", ", functions);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / 1e6);
    }

    private static void plant(Path library, String entry) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library))) {
            jar.putNextEntry(new JarEntry(entry));
        }
    }
}
