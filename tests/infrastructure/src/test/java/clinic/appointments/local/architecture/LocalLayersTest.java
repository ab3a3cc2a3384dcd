package clinic.appointments.local.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The local stage boots any service of this kind: only package {@code run} knows this one. */
class LocalLayersTest {

    private static final String ROOT = "clinic.appointments.local";
    private static final String BAD = ROOT + ".architecture.violations";
    private static final Path SOURCES = Path.of("local/src/main/java/clinic/appointments/local");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final JavaClasses LOCAL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/tests/")).importPackages(ROOT);
    private static final JavaClasses BAD_EXAMPLES = new ClassFileImporter().importPackages(BAD);

    private static final Map<String, Function<String, ArchRule>> RULES = Map.of(
            "service", LocalLayersTest::onlyRunKnowsTheService, "run", LocalLayersTest::nothingKnowsRun,
            "circles", LocalLayersTest::packagesFormNoCircle);

    static Stream<String> rules() {
        return RULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        RULES.get(rule).apply(ROOT).check(LOCAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(String rule) {
        assertThat(RULES.get(rule).apply(BAD).evaluate(BAD_EXAMPLES).hasViolation()).isTrue();
    }

    @Test
    void looksAtBothPackages() {
        assertThat(LOCAL.stream().map(type -> type.getPackageName())).contains(ROOT + ".stage", ROOT + ".run");
    }

    @Test
    void noSourceNamesThisService() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> generic = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("run"))).toList();
            assertThat(generic).hasSizeGreaterThan(100).allSatisfy(
                    file -> assertThat(namesOfTheService(Files.readString(file))).isEmpty());
        }
    }

    @Test
    void findsASourceThatNamesThisService() {
        assertThat(
                namesOfTheService("/** Such as {@code AppointmentRequestQueue}. */ load(\"clinic/appointments/x\");"))
                .containsExactly("AppointmentRequestQueue", "\"clinic/appointments/x\"");
    }

    /** Names of its functions, queues and tables anywhere, and literals with its variables or packages. */
    private static List<String> namesOfTheService(String source) {
        Stream<String> names = Stream.of(Stream.of(FunctionName.values()).map(FunctionName::id),
                Stream.of(QueueName.values()).map(QueueName::id), Stream.of(AppointmentsTable.ID))
                .flatMap(name -> name).filter(source::contains);
        Stream<String> literals = LITERAL.matcher(source).results().map(MatchResult::group)
                .filter(LocalLayersTest::namesTheService);
        return Stream.concat(names, literals).toList();
    }

    private static boolean namesTheService(String literal) {
        return Stream.of(EnvironmentKey.values()).map(EnvironmentKey::name).anyMatch(literal::contains) || literal
                .replace("clinic.appointments.local.", "").matches("(?s).*clinic[./]appointments.*");
    }

    private static ArchRule onlyRunKnowsTheService(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".run..").should()
                .dependOnClassesThat(
                        resideInAPackage("clinic.appointments..").and(resideOutsideOfPackages(ROOT + "..")));
    }

    private static ArchRule nothingKnowsRun(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".run..").should()
                .dependOnClassesThat().resideInAPackage(root + ".run..");
    }

    private static ArchRule packagesFormNoCircle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
