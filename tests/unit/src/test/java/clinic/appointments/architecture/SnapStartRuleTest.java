package clinic.appointments.architecture;

import java.util.Locale;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that must differ between restored instances is in the snapshot. */
class SnapStartRuleTest {

    private static final String ROOT = "clinic.appointments";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/tests/")).importPackages(ROOT);
    private static final JavaClasses BAD_EXAMPLES = new ClassFileImporter()
            .importPackages(ROOT + ".architecture.violations.snapstart");

    @ParameterizedTest
    @EnumSource
    void holds(SnapStartRule rule) {
        rule.rule().check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void bites(SnapStartRule rule) {
        assertThat(rule.rule().evaluate(BAD_EXAMPLES).getFailureReport().getDetails())
                .as("the bad example of the rule on " + rule).isNotEmpty()
                .allMatch(detail -> detail.toLowerCase(Locale.ROOT)
                        .contains("copied" + rule.name().toLowerCase(Locale.ROOT)));
    }
}
