package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.sqs.Queue;

import static org.assertj.core.api.Assertions.assertThat;

/** Three rule packs find nothing in any stage that is not acknowledged, and would find something if there were. */
class RulePacksTest {

    /** Findings are collected: with this flag the first one would end the synthesis. */
    private static final Map<String, Object> COLLECTING = Map.of("@aws-cdk/core:annotationsInValidationReport", false);
    private static final List<RulePacks.Finding> FINDINGS = findings();

    @Test
    void nothingIsFoundThatIsNotAcknowledged() {
        assertThat(FINDINGS).filteredOn(
                finding -> Arrays.stream(Acknowledgement.values()).noneMatch(known -> known.covers(finding))).isEmpty();
    }

    @Test
    void everyAcknowledgementIsNeeded() {
        assertThat(Acknowledgement.values()).allSatisfy(known -> assertThat(FINDINGS).anyMatch(known::covers));
    }

    @Test
    void atMostNineAreAcknowledged() {
        assertThat(Acknowledgement.values()).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void thePageNamesEveryAcknowledgedResource() throws IOException {
        new CommittedPage(Path.of("docs/acknowledged-rules.md")).isEqualTo(AcknowledgedPage.of(FINDINGS));
    }

    @Test
    void aBadStackInAStageIsFound() {
        var stage = badStage();
        RulePacks.lookAt(stage);
        assertThat(RulePacks.findings(stage)).extracting(RulePacks.Finding::rule).contains("AwsSolutions-SQS4",
                "AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy");
    }

    /** Why the packs are attached to each stage. */
    @Test
    void fromTheAppThePacksWouldFindNothing() {
        var stage = badStage();
        RulePacks.lookAt(stage.getNode().getScope());
        assertThat(RulePacks.findings(stage)).isEmpty();
    }

    private static List<RulePacks.Finding> findings() {
        return Synthesized.app(COLLECTING).getNode().getChildren().stream().filter(Stage.class::isInstance)
                .map(Stage.class::cast).peek(RulePacks::lookAt).flatMap(stage -> RulePacks.findings(stage).stream())
                .toList();
    }

    private static Stage badStage() {
        var stage = new Stage(new App(AppProps.builder().context(COLLECTING).analyticsReporting(false).build()), "bad");
        new Queue(new Stack(stage, "Stack"), "Queue");
        return stage;
    }
}
