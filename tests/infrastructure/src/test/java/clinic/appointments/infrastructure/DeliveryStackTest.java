package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import clinic.appointments.infrastructure.delivery.DeliveryRoleProps;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The pipeline's role is what its snapshot says: for one repository and environment, and for three things only. */
class DeliveryStackTest {

    private static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/"
            + "token.actions.githubusercontent.com";

    @TempDir
    private Path directory;

    @Test
    void isAsItsSnapshotSays() throws IOException {
        var snapshots = new Snapshots(Path.of("tests/infrastructure/src/test/resources/delivery"));
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("snapshots are never updated in CI").isNull();
            snapshots.update("dev-Delivery", template(Optional.empty()));
        }
        assertThat(snapshots.differences("dev-Delivery", template(Optional.empty()))).isEmpty();
    }

    @Test
    void belongsToNoStage() {
        assertThat(Synthesized.templates().keySet()).noneMatch(stack -> stack.endsWith(DeliveryStack.ID));
    }

    @Test
    void trustsOneRepositoryAndEnvironment() {
        var trust = resources(template(Optional.empty())).trusts().toList();
        assertThat(trust).singleElement().satisfies(statement -> {
            assertThat(statement.value().path("Action").asText()).isEqualTo("sts:AssumeRoleWithWebIdentity");
            assertThat(statement.condition()).hasToString("{\"StringEquals\":"
                    + "{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                    + "\"token.actions.githubusercontent.com:sub\":\"repo:clinic/appointments:environment:dev\"}}");
        });
    }

    @Test
    void mayAssumeInvokeAndDescribeAndNothingElse() {
        var statements = resources(template(Optional.empty())).statements().toList();
        assertThat(statements.stream().flatMap(statement -> Resources.elements(statement.value().path("Action")))
                .map(JsonNode::asText).distinct()).containsExactlyInAnyOrder("sts:AssumeRole", "execute-api:Invoke",
                        "cloudformation:DescribeStacks");
        assertThat(statements.stream().filter(statement -> statement.allows("sts:AssumeRole"))
                .flatMap(statement -> Resources.elements(statement.value().path("Resource")))
                .map(JsonNode::toString)).hasSize(3).allMatch(resource -> resource.contains(":role/cdk-hnb659fds-"))
                .noneMatch(resource -> resource.contains("*"));
    }

    @Test
    void acceptsTheProviderThatTheAccountHas() {
        var resources = resources(template(Optional.of(PROVIDER)));
        assertThat(resources(template(Optional.empty())).of("AWS::IAM::OIDCProvider")).hasSize(1);
        assertThat(resources.of("AWS::IAM::OIDCProvider")).isEmpty();
        assertThat(resources.trusts().map(trust -> trust.value().at("/Principal/Federated").asText()))
                .containsExactly(PROVIDER);
    }

    @Test
    void refusesARepositoryOrProviderThatIsNone() {
        assertThatThrownBy(() -> new DeliveryRoleProps("clinic/*", "dev", Optional.empty())).hasMessage(
                "delivery must be owner and name of a repository, such as clinic/appointments, not clinic/*");
        assertThatThrownBy(() -> new DeliveryRoleProps("clinic/appointments", "dev", Optional.of("arn:aws:iam")))
                .hasMessageStartingWith("oidcProvider must be the ARN of the account's provider");
    }

    private JsonNode template(Optional<String> provider) {
        var output = directory.resolve(provider.isPresent() ? "given" : "made");
        var app = new App(AppProps.builder().outdir(output.toString()).analyticsReporting(false)
                .context(Synthesized.context()).build());
        new DeliveryStack(app, "dev-Delivery", StageSettings.of(StageName.DEV),
                new DeliveryRoleProps("clinic/appointments", "dev", provider));
        app.synth();
        return Templates.json(output.resolve("dev-Delivery.template.json"));
    }

    private static Resources resources(JsonNode template) {
        return new Resources(template.path("Resources"));
    }
}
