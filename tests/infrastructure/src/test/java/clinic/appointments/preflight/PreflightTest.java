package clinic.appointments.preflight;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.infrastructure.StageName;
import clinic.appointments.infrastructure.StageSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each row of the table finds what is missing, names one command that mends it, and is content otherwise. */
class PreflightTest {

    private static final List<String> ROWS = List.of("settings", "account", "bootstrap", "API log role",
            "Lambda concurrency", "Scheduler quota", "KMS quota", "sender domain", "DKIM", "SES account",
            "dev-AppointmentData", "dev-AppointmentService", "dev-AppointmentMonitoring", "pages");
    private static final String DENIED = "{\"__type\": \"AccessDeniedException\"}";

    @TempDir
    private Path files;

    @Test
    void isContentWithAnAccountInWhichNothingIsMissing() throws IOException {
        try (var aws = RecordedAnswers.of("ready")) {
            assertThat(missing(aws)).isEmpty();
            assertThat(table(aws)).contains("111122223333 in eu-central-1", "Nothing is missing.").doesNotContain("->");
        }
    }

    @Test
    void namesEverythingThatAFreshAccountMisses() {
        try (var aws = RecordedAnswers.of("ready", "fresh")) {
            var settings = StageSettings.of(StageName.DEV, files);
            assertThat(missing(aws, settings)).extracting(Finding::subject).containsExactly("settings", "bootstrap",
                    "API log role", "Lambda concurrency", "sender domain", "DKIM", "SES account");
            assertThat(table(aws, settings)).contains("7 of 14 are missing.",
                    "-> npx --no-install cdk bootstrap aws://111122223333/eu-central-1",
                    "-> aws sesv2 create-email-identity --email-identity dev.appointments.example");
        }
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("bootstrap", "AmazonSSM.GetParameter", 200, "{\"Parameter\": {\"Value\": \"5\"}}",
                        "npx --no-install cdk bootstrap aws://111122223333/eu-central-1"),
                arguments("API log role", "GET_account", 200, "{}",
                        "make the role as in docs/deploy.md, then aws apigateway update-account"),
                arguments("Lambda concurrency", "GET_2016-08-19_account-settings", 200, """
                        {"AccountLimit": {"ConcurrentExecutions": 139, "UnreservedConcurrentExecutions": 100}}""",
                        "aws service-quotas request-service-quota-increase --service-code lambda"),
                arguments("Scheduler quota", "ServiceQuotasV20190624.ListServiceQuotas-scheduler", 200, """
                        {"Quotas": [{"QuotaName": "CreateSchedule throttle limit in transactions per second",
                          "ServiceCode": "scheduler", "QuotaCode": "L-1", "Value": 39.0}]}""",
                        "aws service-quotas request-service-quota-increase --service-code scheduler --quota-code L-1 "
                                + "--desired-value 40"),
                arguments("KMS quota", "ServiceQuotasV20190624.ListServiceQuotas-kms", 200, """
                        {"Quotas": [{"QuotaName": "Cryptographic operations (symmetric) request rate",
                          "ServiceCode": "kms", "QuotaCode": "L-2", "Value": 10.0}]}""",
                        "aws service-quotas request-service-quota-increase --service-code kms --quota-code L-2"),
                arguments("sender domain", "GET_v2_email_identities_clinic.example", 200, """
                        {"DkimAttributes": {"Status": "SUCCESS"}, "VerifiedForSendingStatus": false}""",
                        "publish the DNS records of aws sesv2 get-email-identity --email-identity clinic.example"),
                arguments("DKIM", "GET_v2_email_identities_clinic.example", 200, """
                        {"DkimAttributes": {"Status": "PENDING"}, "VerifiedForSendingStatus": true}""",
                        "publish the CNAME records of aws sesv2 get-email-identity --email-identity clinic.example"),
                arguments("SES account", "GET_v2_email_account", 200, "{\"SendingEnabled\": false}",
                        "aws sesv2 put-account-sending-attributes --sending-enabled"),
                arguments("SES account", "GET_v2_email_account", 200, "{\"SendingEnabled\": true}",
                        "aws sesv2 put-account-details --production-access-enabled"),
                arguments("dev-AppointmentData", "DescribeStacks-dev-AppointmentData", 200, state("ROLLBACK_FAILED"),
                        "aws cloudformation delete-stack --stack-name dev-AppointmentData"),
                arguments("dev-AppointmentService", "DescribeStacks-dev-AppointmentService", 200,
                        state("UPDATE_ROLLBACK_FAILED"),
                        "aws cloudformation continue-update-rollback --stack-name dev-AppointmentService"),
                arguments("dev-AppointmentMonitoring", "DescribeStacks-dev-AppointmentMonitoring", 200,
                        state("UPDATE_IN_PROGRESS"), "wait until it is done: aws cloudformation describe-stacks"),
                arguments("pages", "ListSubscriptionsByTopic", 200, subscription("PendingConfirmation"),
                        "confirm the mail of AWS Notifications"),
                arguments("bootstrap", "AmazonSSM.GetParameter", 400, DENIED, "allow ssm:GetParameter to these"),
                arguments("SES account", "GET_v2_email_account", 403, "{}", "allow ses:GetAccount to these"),
                arguments("SES account", "GET_v2_email_account", 503, "{}", "try again"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsMissingAndHowToMendIt(String row, String operation, int status, String answer, String remedy)
            throws IOException {
        try (var aws = RecordedAnswers.of("ready").replace(operation, status, answer)) {
            assertThat(missing(aws)).singleElement().satisfies(finding -> {
                assertThat(finding.subject()).isEqualTo(row);
                assertThat(finding.remedy().orElseThrow()).startsWith(remedy);
            });
        }
    }

    @Test
    void everyRowHasACaseThatFails() throws IOException {
        try (var aws = RecordedAnswers.of("ready")) {
            assertThat(ROWS).allSatisfy(row -> assertThat(table(aws)).contains(row));
        }
        var elsewhere = Stream.of("settings", "account");
        assertThat(Stream.concat(elsewhere, cases().map(arguments -> arguments.get()[0])).distinct())
                .containsExactlyInAnyOrderElementsOf(List.copyOf(ROWS));
    }

    @Test
    void refusesTheCredentialsOfAnotherAccount() throws IOException {
        try (var aws = RecordedAnswers.of("ready")) {
            assertThat(missing(aws, settings("account: \"444455556666\""))).extracting(Finding::remedy)
                    .containsExactly(Optional.of("use credentials of 444455556666"));
        }
    }

    @Test
    void asksForNoReservationsWhereNoneAreWanted() throws IOException {
        var small = "concurrency: {reserved: false, requests: 2, confirmations: 2, reminders: 2, queries: 2}";
        try (var aws = RecordedAnswers.of("ready").replace("GET_2016-08-19_account-settings", 200,
                "{\"AccountLimit\": {\"ConcurrentExecutions\": 12, \"UnreservedConcurrentExecutions\": 12}}")) {
            assertThat(missing(aws, settings(small))).isEmpty();
            assertThat(missing(aws, settings("concurrency: {reserved: false}"))).extracting(Finding::remedy)
                    .containsExactly(Optional.of("lower concurrency in infrastructure/stages/dev.yaml"));
        }
    }

    @Test
    void asksNothingThatChangesAnything() throws IOException {
        try (var aws = RecordedAnswers.of("ready")) {
            missing(aws);
            assertThat(aws.asked().keySet())
                    .allMatch(operation -> operation.matches("(\\w+\\.)?(GET|Get|List|Describe)[\\w.-]*"));
        }
    }

    @Test
    void saysThatTheCredentialsHaveExpired() throws IOException {
        try (var aws = RecordedAnswers.of("ready").replace("GetCallerIdentity", 403, """
                <ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code></Error></ErrorResponse>""")) {
            assertThatThrownBy(() -> missing(aws)).isInstanceOf(PreflightProblem.class)
                    .hasMessage("AWS does not accept these credentials: sign in again, or set others.");
        }
    }

    @Test
    void saysThatAnAddressDoesNotAnswer() throws IOException {
        var aws = RecordedAnswers.of("ready");
        aws.close();
        assertThatThrownBy(() -> missing(aws)).isInstanceOf(PreflightProblem.class)
                .hasMessage(aws.address() + " does not answer: check the network, or unset AWS_ENDPOINT_URL.");
    }

    private List<Finding> missing(RecordedAnswers aws) throws IOException {
        return missing(aws, settings(""));
    }

    private static List<Finding> missing(RecordedAnswers aws, StageSettings settings) {
        return Preflight.findings(target(settings), calls(aws)).stream().filter(Finding::isMissing).toList();
    }

    private String table(RecordedAnswers aws) throws IOException {
        return table(aws, settings(""));
    }

    private static String table(RecordedAnswers aws, StageSettings settings) {
        var out = new ByteArrayOutputStream();
        var nothingIsMissing = Preflight.run(target(settings), calls(aws),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(nothingIsMissing).isEqualTo(out.toString(StandardCharsets.UTF_8).contains("Nothing is missing."));
        return out.toString(StandardCharsets.UTF_8);
    }

    private StageSettings settings(String others) throws IOException {
        Files.writeString(files.resolve("dev.yaml"), """
                sender: reminders@clinic.example
                alarmRecipients: [oncall@clinic.example]
                %s
                """.formatted(others));
        return StageSettings.of(StageName.DEV, files);
    }

    private static Target target(StageSettings settings) {
        return new Target(StageName.DEV, settings);
    }

    private static SignedCalls calls(RecordedAnswers aws) {
        return new SignedCalls("eu-central-1", Optional.of(aws.address()),
                AwsBasicCredentials.create("test-key", "test-secret"));
    }

    private static String state(String state) {
        return "<DescribeStacksResponse><StackStatus>" + state + "</StackStatus></DescribeStacksResponse>";
    }

    private static String subscription(String arn) {
        return "<ListSubscriptionsByTopicResponse><member><SubscriptionArn>" + arn
                + "</SubscriptionArn><Endpoint>oncall@clinic.example</Endpoint></member>"
                + "</ListSubscriptionsByTopicResponse>";
    }
}
