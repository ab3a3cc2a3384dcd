package clinic.appointments.infrastructure;

import java.util.List;
import java.util.function.Function;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConstructRulesTest {

    private static final String ROOT = "clinic.appointments.infrastructure";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/tests/")).importPackages(ROOT);

    static List<Function<ConstructRules, ArchRule>> rules() {
        return List.of(ConstructRules::patternsKnowNothingOfAppointments, ConstructRules::mutatorsAreCommands,
                ConstructRules::constructsTakeScopeIdAndProperties);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Function<ConstructRules, ArchRule> rule) {
        rule.apply(new ConstructRules(ROOT)).check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(Function<ConstructRules, ArchRule> rule) {
        var bad = ROOT + ".violations";
        assertThat(rule.apply(new ConstructRules(bad)).evaluate(new ClassFileImporter().importPackages(bad))
                .hasViolation()).isTrue();
    }

    /** A rule on a package that nobody has cannot fail. */
    @Test
    void isAboutTheBuildingBlocks() {
        assertThat(OURS.stream().filter(type -> type.getPackageName().equals(ROOT + ".patterns"))
                .map(type -> type.getSimpleName())).contains("WorkQueue", "QueueProcessor", "ServiceFunction");
    }
}
