package clinic.appointments.infrastructure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The templates keep every rule, and each rule finds a template that breaks it. */
class TemplateRuleTest {

    @ParameterizedTest
    @MethodSource("rules")
    void theTemplatesOfEveryStageKeepTheRule(TemplateRule rule) {
        for (var stage : StageName.values()) {
            assertThat(rule.breaches(Draft.of(stage).view())).as(stage.id()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void theRuleFindsWhatBreaksIt(Break broken) {
        var draft = Draft.of(StageName.DEV);
        broken.mistake().accept(draft);
        assertThat(broken.rule().breaches(draft.view())).singleElement().asString().startsWith(broken.found());
    }

    @Test
    void everyRuleIsShownToFindSomething() {
        var shown = breaks().map(Break::rule).collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(rules());
    }

    static List<TemplateRule> rules() {
        return TemplateRule.all();
    }

    static Stream<Break> breaks() {
        return Stream.of(QueueBreaks.all(), StorageBreaks.all(), FunctionBreaks.all(), PermissionBreaks.all(),
                MailBreaks.all(),
                MonitoringBreaks.all(), ApiBreaks.all()).flatMap(breaks -> breaks);
    }
}
