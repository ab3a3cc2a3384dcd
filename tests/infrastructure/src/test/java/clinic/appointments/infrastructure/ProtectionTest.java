package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/** One command neither deletes production nor deploys it to another account. */
class ProtectionTest {

    private static final String PINNED = "111111111111";
    private static final String OTHER = "222222222222";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void onlyTheStacksOfProductionAreProtectedFromDeletion(StageName stage) {
        var manifest = Templates.json(Synthesized.assembly().resolve("assembly-" + stage.id() + "/manifest.json"));
        assertThat(manifest.path("artifacts").valueStream()
                .filter(artifact -> artifact.path("type").asText().equals("aws:cloudformation:stack"))
                .map(stack -> stack.at("/properties/terminationProtection").asBoolean()))
                .hasSize(3).containsOnly(stage == StageName.PROD);
    }

    @Test
    void credentialsOfAnotherAccountAreRefusedInOneSentence() throws IOException {
        assertThat(errors(Optional.of(OTHER))).containsExactly(
                "Stage prod belongs to account 111111111111, but the credentials are those of 222222222222: use "
                        + "credentials of its account.");
    }

    @Test
    void credentialsOfTheAccountOrNoneAreAccepted() throws IOException {
        assertThat(errors(Optional.of(PINNED))).isEmpty();
        assertThat(errors(Optional.empty())).isEmpty();
    }

    private List<String> errors(Optional<String> credentials) throws IOException {
        var app = new App(AppProps.builder().outdir(Files.createTempDirectory(directory, "out").toString())
                .analyticsReporting(false).build());
        var stage = new Stage(app, "prod");
        var stack = new Stack(stage, "AppointmentData");
        new PinnedAccount(PINNED, credentials).protect(stage);
        return stack.getNode().getMetadata().stream().filter(entry -> entry.getType().equals("aws:cdk:error"))
                .flatMap(entry -> Stream.of(entry.getData().toString())).toList();
    }
}
