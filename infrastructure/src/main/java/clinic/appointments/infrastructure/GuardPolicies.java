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
 * The rules in {@code infrastructure/policies}, written in CloudFormation Guard. A synthesis fails if the template of
 * any stage breaks one. The check needs no network.
 */
final class GuardPolicies {

    private static final List<String> FILES = List.of("data.guard", "functions.guard", "api.guard");

    private GuardPolicies() {
    }

    /** Adds the check of all stages to the synthesis of the app. */
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
