package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import software.amazon.awscdk.App;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.CloudFormationValidatePluginProps;
import software.amazon.awscdk.ValidationRuleSource;
import software.amazon.awscdk.Validations;

/**
 * The rules of {@code infrastructure/policies}, in the language of CloudFormation Guard: a synthesis whose templates
 * break one fails, before anything is deployed. They are checked without a network, and of every stage.
 */
final class GuardPolicies {

    private static final List<String> FILES = List.of("data.guard", "functions.guard", "api.guard");

    private GuardPolicies() {
    }

    /** Has the templates of all stages of the app checked at the end of the synthesis. */
    static void protect(App app) {
        Validations.of(app).addPlugins(new CloudFormationValidatePlugin(CloudFormationValidatePluginProps.builder()
                .guardRules(FILES.stream().map(GuardPolicies::rules).toList()).build()));
    }

    private static ValidationRuleSource rules(String file) {
        return ValidationRuleSource.builder().name(file).content(text("/policies/" + file)).build();
    }

    private static String text(String resource) {
        try (var content = Objects.requireNonNull(GuardPolicies.class.getResourceAsStream(resource), resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
