package clinic.appointments.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceRuleTest {

    private static final List<String> MODULES = List.of("shared-model", "functions", "infrastructure", "local",
            "tests", "build");

    @ParameterizedTest
    @EnumSource
    void holds(SourceRule rule) {
        assertThat(javaFiles().filter(rule::appliesTo)
                .flatMap(file -> rule.brokenIn(lines(file)).stream().map(line -> file + ":" + line)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void bites(SourceRule rule) {
        assertThat(rule.brokenIn(List.of("fine", switch (rule) {
            case NO_LINE_IS_LONGER_THAN_120_COLUMNS -> "x".repeat(121);
            case A_TAG_AND_ITS_TEXT_STAND_ON_ONE_LINE -> "     * @param" + " name";
            case NO_MUTATOR_IS_NAMED_LIKE_A_QUESTION -> "    void isFedBy(Queue queue) {";
            case LIMITS_ARE_NAMED_MAX_OR_MIN -> "    private static final int MOST" + "_ITEMS = 100;";
            case NO_THREAD_WAITS_ON_A_MONITOR -> "            wait" + "(500);";
            case PATIENTS_ARE_THEY -> "    /** Erases a patient and " + "his notes. */";
        }))).containsExactly(2);
    }

    @Test
    void looksAtAllModules() {
        assertThat(MODULES).allMatch(module -> javaFiles().anyMatch(file -> file.startsWith(module)));
    }

    /** A search for a type finds one. */
    @Test
    void noTwoTypesOfMainCodeShareAName() {
        Map<String, Long> files = javaFiles().filter(file -> !file.startsWith("tests"))
                .map(file -> file.getFileName().toString()).filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(files).hasSizeGreaterThan(400).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    @Test
    void leavesDataInTextBlocksAlone() {
        String wide = "x".repeat(121);
        assertThat(SourceRule.NO_LINE_IS_LONGER_THAN_120_COLUMNS
                .brokenIn(List.of("String table = \"\"\"", wide, "    \"\"\";", wide))).containsExactly(4);
    }

    private static Stream<Path> javaFiles() {
        return MODULES.stream().map(Path::of).flatMap(SourceRuleTest::walk)
                .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/target/"));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
