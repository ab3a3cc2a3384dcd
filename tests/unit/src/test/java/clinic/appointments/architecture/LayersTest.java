package clinic.appointments.architecture;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LayersTest {

    private static final String ROOT = "clinic.appointments";
    private static final String BAD = ROOT + ".architecture.violations";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/tests/")).importPackages(ROOT);
    private static final JavaClasses BAD_EXAMPLES = new ClassFileImporter().importPackages(BAD);

    private static final Map<String, Function<Layers, ArchRule>> RULES = Map.ofEntries(
            Map.entry("model", Layers::modelTouchesTheJdkOnly), Map.entry("message", Layers::messageTouchesModel),
            Map.entry("contract", Layers::contractTouchesTheJdkOnly),
            Map.entry("port", Layers::portTouchesModelAndMessage),
            Map.entry("inbox", Layers::inboxTouchesPortsOnly),
            Map.entry("mail", Layers::mailTouchesModelAndPort),
            Map.entry("wire", Layers::wireTouchesLanguageAndJackson),
            Map.entry("runtime", Layers::runtimeTouchesNeitherStagesNorAws),
            Map.entry("aws", Layers::awsTouchesNeitherStagesNorRuntime),
            Map.entry("sdk", Layers::onlyAwsAndWiringImportTheSdk),
            Map.entry("adapters", Layers::onlyWiringKnowsAws), Map.entry("wired", Layers::onlyHandlersAreWired),
            Map.entry("wiring", Layers::wiringKnowsNoStage), Map.entry("use case", Layers::useCasesTouchPortsOnly),
            Map.entry("stages", Layers::stagesDoNotKnowEachOther),
            Map.entry("hash", Layers::onlyIdsAreHashedWithoutASecret),
            Map.entry("time", Layers::timeAndChanceAreArguments));

    static Stream<String> rules() {
        return RULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        RULES.get(rule).apply(new Layers(ROOT)).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(String rule) {
        assertThat(RULES.get(rule).apply(new Layers(BAD)).evaluate(BAD_EXAMPLES).hasViolation())
                .as("the bad example of the rule on " + rule).isTrue();
    }

    /** A rule on a package that nobody has is a rule that cannot fail. */
    @Test
    void isAboutPackagesThatExist() {
        assertThat(List.of("model", "message", "contract", "port", "inbox", "mail", "wire", "runtime", "aws", "wiring",
                "request", "confirmation", "reminder", "query")).allMatch(
                        layer -> CLASSES.stream().anyMatch(type -> type.getPackageName().equals(ROOT + "." + layer)));
    }

    @Test
    void looksAtNoTestClass() {
        assertThat(CLASSES.stream().map(type -> type.getSimpleName())).contains("BookAppointment", "Appointment")
                .doesNotContain("LayersTest");
    }
}
