package clinic.appointments.infrastructure;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The synthesis itself refuses templates that break the rules of {@code infrastructure/policies}. */
class GuardPoliciesTest {

    private static final Map<String, CfnResourceProps> MISTAKES = Map.of(
            "TABLES_ARE_ENCRYPTED", bad("AWS::DynamoDB::GlobalTable",
                    Map.of("SSESpecification", Map.of("SSEType", "AES256"))),
            "KEYS_ROTATE", bad("AWS::KMS::Key", Map.of("EnableKeyRotation", false)),
            "APIS_ARE_TRACED", bad("AWS::ApiGateway::Stage", Map.of("TracingEnabled", false)),
            "APIS_ASK_FOR_TLS", bad("AWS::ApiGateway::RestApi", Map.of("SecurityPolicy", "TLS_1_0")),
            "FUNCTIONS_ARE_TRACED", bad("AWS::Lambda::Function",
                    Map.of("TracingConfig", Map.of("Mode", "PassThrough"))));

    @TempDir
    private Path directory;

    @Test
    void everyStageIsSynthesizedUnderTheRules() {
        var app = Synthesized.app(Map.of());
        GuardPolicies.protect(app);
        app.synth();
    }

    /** A synthesis is slow, so all mistakes are in one. */
    @Test
    void mistakesInAStageEndTheSynthesis() {
        var app = new App(AppProps.builder().outdir(directory.toString()).analyticsReporting(false)
                .context(Map.of("@aws-cdk/core:validateAgainstDefaultRules", true)).build());
        var stack = new Stack(new Stage(app, "bad"), "Stack");
        MISTAKES.values().forEach(bad -> new CfnResource(stack, bad.getType().replace("::", ""), bad));
        GuardPolicies.protect(app);
        assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
        assertThat(directory.resolve("validation-report.json")).content().contains(MISTAKES.keySet());
    }

    private static CfnResourceProps bad(String type, Map<String, Object> properties) {
        return CfnResourceProps.builder().type(type).properties(properties).build();
    }
}
