package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The synthesis itself refuses templates that break the rules of {@code infrastructure/policies}. */
class GuardPoliciesTest {

    @TempDir
    private Path directory;

    @Test
    void everyStageIsSynthesizedUnderTheRules() {
        var app = Synthesized.app(Map.of());
        GuardPolicies.protect(app);
        app.synth();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInAStageEndsTheSynthesis(String rule, String type, Map<String, Object> properties) {
        var app = new App(AppProps.builder().outdir(directory.toString()).analyticsReporting(false)
                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true)).build());
        new CfnResource(new Stack(new Stage(app, "bad"), "Stack"), "Bad",
                CfnResourceProps.builder().type(type).properties(properties).build());
        GuardPolicies.protect(app);
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        assertThat(directory.resolve("validation-report.json")).content().contains(rule);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("TABLES_ARE_ENCRYPTED", "AWS::DynamoDB::GlobalTable",
                        Map.of("SSESpecification", Map.of("SSEType", "AES256"))),
                arguments("KEYS_ROTATE", "AWS::KMS::Key", Map.of("EnableKeyRotation", false)),
                arguments("APIS_ARE_TRACED", "AWS::ApiGateway::Stage", Map.of("TracingEnabled", false)),
                arguments("APIS_ASK_FOR_TLS", "AWS::ApiGateway::RestApi", Map.of("SecurityPolicy", "TLS_1_0")),
                arguments("FUNCTIONS_ARE_TRACED", "AWS::Lambda::Function",
                        Map.of("TracingConfig", Map.of("Mode", "PassThrough"))));
    }
}
