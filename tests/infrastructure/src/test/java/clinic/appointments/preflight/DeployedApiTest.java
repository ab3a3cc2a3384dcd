package clinic.appointments.preflight;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import clinic.appointments.infrastructure.StageName;
import clinic.appointments.infrastructure.StageSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The API of a stage is that of its stack's output. */
class DeployedApiTest {

    private static final String OPERATION = "DescribeStacks-dev-AppointmentService";
    private static final String STACK = """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
            <Stacks><member><StackName>dev-AppointmentService</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
            <Outputs><member><OutputKey>Other</OutputKey><OutputValue>other</OutputValue></member>%s</Outputs>
            </member></Stacks></DescribeStacksResult></DescribeStacksResponse>""";
    private static final String URL = "https://abc123.execute-api.eu-central-1.amazonaws.com/live/";

    @TempDir
    private Path files;

    @Test
    void isFoundByTheOutputOfItsStack() {
        try (var aws = RecordedAnswers.of("ready").replace(OPERATION, 200, STACK.formatted(
                "<member><OutputKey>ApiUrl</OutputKey><OutputValue>" + URL + "</OutputValue></member>"))) {
            assertThat(api(aws).url()).isEqualTo(URI.create(URL));
            assertThat(api(aws).region()).isEqualTo("eu-central-1");
        }
    }

    @Test
    void isMissingInAnOlderStack() {
        try (var aws = RecordedAnswers.of("ready").replace(OPERATION, 200, STACK.formatted(""))) {
            assertThatThrownBy(() -> api(aws)).isInstanceOf(PreflightProblem.class)
                    .hasMessage("The stack dev-AppointmentService has no output ApiUrl: deploy it again.");
        }
    }

    @Test
    void isMissingWithoutAStack() {
        try (var aws = RecordedAnswers.of("ready", "fresh")) {
            assertThatThrownBy(() -> api(aws)).isInstanceOf(PreflightProblem.class).hasMessage(
                    "The stack dev-AppointmentService cannot be looked up in eu-central-1 (status 400): "
                            + "is the stage deployed?");
        }
    }

    private DeployedApi api(RecordedAnswers aws) {
        var target = new Target(StageName.DEV, StageSettings.of(StageName.DEV, files));
        return DeployedApi.of(target, new SignedCalls("eu-central-1", Optional.of(aws.address()),
                AwsBasicCredentials.create("key", "secret")));
    }
}
