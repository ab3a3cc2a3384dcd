package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import clinic.appointments.contract.FingerprintVersions;
import clinic.appointments.infrastructure.compute.Concurrency;
import clinic.appointments.infrastructure.compute.DeploymentStrategy;
import clinic.appointments.infrastructure.compute.FunctionSettings;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.infrastructure.storage.IndexShards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What its user can solve is said in one sentence. */
class StartTest {

    private static final IndexShards ONE_EACH = new IndexShards(1, 1);

    @TempDir
    private Path directory;

    @Test
    void asksForNodeWhenThereIsNone() {
        assertThatThrownBy(new Workstation(List.of(directory), directory, directory, true)::requireNode)
                .isInstanceOf(StartProblem.class)
                .hasMessage("The CDK needs Node.js on the PATH: install Node.js 20 or newer.");
    }

    @Test
    void isContentWithANodeOnThePath() throws IOException {
        var node = Files.createFile(directory.resolve("node")).toFile();
        assertThat(node.setExecutable(true)).isTrue();
        new Workstation(List.of(directory), directory, directory, true).requireNode();
    }

    @Test
    void asksToBuildWhenTheBundleIsMissing() {
        assertThatThrownBy(new Workstation(List.of(), Path.of("absent"), directory, true)::functionBundle)
                .isInstanceOf(StartProblem.class)
                .hasMessage("The function bundle absent is missing: run mvn package.");
    }

    @Test
    void namesTheKnownStagesWhenAnUnknownOneIsAskedFor() {
        assertThatThrownBy(() -> StageName.parse("nowhere")).isInstanceOf(StartProblem.class)
                .hasMessage("There is no stage \"nowhere\": known stages are dev, staging, prod.");
    }

    @Test
    void namesTheStageAndTheSettingThatIsWrong() {
        assertThatThrownBy(() -> inRegion("Frankfurt"))
                .isInstanceOf(StartProblem.class)
                .hasMessage("Stage prod: region must be a region such as eu-central-1, not Frankfurt.");
    }

    @Test
    void aStageMovesToAnotherRegionWithAllItsSettings() {
        var settings = StageSettings.of(StageName.PROD);
        var moved = inRegion("eu-west-1");
        assertThat(moved.region()).isEqualTo("eu-west-1");
        assertThat(moved).usingRecursiveComparison().ignoringFields("region").isEqualTo(settings);
        assertThat(inRegion(settings.region())).isEqualTo(settings);
    }

    @Test
    void refusesSettingsThatContradictEachOtherOrALimit() {
        assertThatThrownBy(
                () -> new DataSettings(RemovalPolicy.DESTROY, true, Optional.empty(), FingerprintVersions.of("1"),
                        ONE_EACH))
                .hasMessage("deletionProtection needs removal RETAIN or RETAIN_ON_UPDATE_OR_DELETE, not DESTROY");
        assertThat(List.of(RemovalPolicy.RETAIN, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE))
                .allSatisfy(retaining -> new DataSettings(retaining, true, Optional.empty(),
                        FingerprintVersions.of("1"), ONE_EACH));
        assertThatThrownBy(() -> ONE_EACH.withOverdue(0)).hasMessage("overdueShards must be at least 1, not 0");
        assertThatThrownBy(() -> ONE_EACH.withStatus(0)).hasMessage("statusShards must be at least 1, not 0");
        assertThatThrownBy(() -> functions(128))
                .hasMessage("memory must be from 256 to 10240 MiB, not 128");
        assertThatThrownBy(() -> new Concurrency(true, 2, 1, 2, 2, 0))
                .hasMessage("concurrency.confirmations must be from 2 to 1000, not 1");
    }

    @Test
    void aFlagTakesTheCanaryOut() {
        var settings = StageSettings.of(StageName.PROD);
        var atOnce = new StageOverrides(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(DeploymentStrategy.ALL_AT_ONCE)).settings(StageName.PROD);
        assertThat(settings.functions().deployment()).isEqualTo(DeploymentStrategy.CANARY);
        assertThat(atOnce.functions().deployment()).isEqualTo(DeploymentStrategy.ALL_AT_ONCE);
        assertThat(atOnce).usingRecursiveComparison().ignoringFields("functions.deployment").isEqualTo(settings);
    }

    private static StageSettings inRegion(String region) {
        return new StageOverrides(Optional.empty(), Optional.of(region), Optional.empty(), Optional.empty())
                .settings(StageName.PROD);
    }

    private static FunctionSettings functions(int memory) {
        return new FunctionSettings(memory, RetentionDays.ONE_DAY, RemovalPolicy.DESTROY, ApplicationLogLevel.INFO,
                new Concurrency(true, 2, 2, 2, 2, 0),
                DeploymentStrategy.ALL_AT_ONCE);
    }
}
