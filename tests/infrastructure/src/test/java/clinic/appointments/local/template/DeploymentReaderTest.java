package clinic.appointments.local.template;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.infrastructure.Synthesized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The reader returns every deployed resource, and omits nothing unknown in silence. */
class DeploymentReaderTest {

    private static final URI GATEWAY = URI.create("http://127.0.0.1:4566");
    private static final Deployment DEPLOYMENT = DeploymentReader.read(Synthesized.assembly(), "dev", GATEWAY);

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void readsEveryStage(String stage) {
        var deployment = DeploymentReader.read(Synthesized.assembly(), stage, GATEWAY);
        assertThat(deployment.eventSources().stream().map(EventSource::functionName))
                .isSubsetOf(deployment.functions().stream().map(Function::name).toList());
    }

    @Test
    void readsTheStage() {
        assertThat(List.of(DEPLOYMENT.stage(), DEPLOYMENT.account(), DEPLOYMENT.region()))
                .isEqualTo(List.of("dev", "123456789012", "eu-central-1"));
    }

    @Test
    void readsATableAsTheRequestThatCreatesIt() {
        var table = DEPLOYMENT.table("CalendarsTable");
        assertThat(table.createRequest()).hasToString("{\"TableName\":\"CalendarsTable\","
                + "\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":[{\"AttributeName\":\"calendarId\","
                + "\"AttributeType\":\"S\"}],\"KeySchema\":[{\"AttributeName\":\"calendarId\",\"KeyType\":\"HASH\"}]}");
        assertThat(table).isEqualTo(new Table("CalendarsTable", "CalendarsTable",
                "arn:aws:dynamodb:eu-central-1:123456789012:table/CalendarsTable", table.createRequest(),
                Optional.of("ttl"), Optional.of("arn:aws:kms:eu-central-1:123456789012:key/DataKey")));
    }

    @Test
    void readsAQueueWithWhatRedrivesFromIt() {
        assertThat(DEPLOYMENT.queues()).hasSize(12).contains(new Queue("AppointmentRequestQueue",
                "AppointmentRequestQueue", GATEWAY + "/123456789012/AppointmentRequestQueue",
                "arn:aws:sqs:eu-central-1:123456789012:AppointmentRequestQueue", Duration.ofMinutes(3),
                Duration.ZERO, Duration.ofDays(10),
                Optional.of(new Queue.Redrive(
                        "arn:aws:sqs:eu-central-1:123456789012:AppointmentRequestDLQ", 5)),
                Optional.of("arn:aws:kms:eu-central-1:123456789012:key/DataKey")));
    }

    @Test
    void givesEachFunctionTheVariablesThatItReads() {
        var everywhere = Set.of("LOG_LEVEL", "POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE");
        var fingerprinting = Set.of("FINGERPRINT_KEY", "FINGERPRINT_VERSIONS");
        var own = Map.of(FunctionName.REQUEST,
                Set.of("RESOURCES_TABLE", "APPOINTMENTS_TABLE", "CALENDARS_TABLE", "PATIENTS_TABLE",
                        "IDEMPOTENCY_TABLE",
                        "SOURCE_QUEUE_URL", "DEAD_LETTER_QUEUE_URL", "CONFIRMATION_QUEUE_URL", "DEFAULT_TIME_ZONE",
                        "BOOKING_TERMS", "REMINDER_OFFSETS", "NOTICES", "QUIET_HOURS", "API_ROLE_ID", "OVERDUE_SHARDS",
                        "STATUS_SHARDS",
                        "SMOKE_CLIENT"),
                FunctionName.CONFIRMATION,
                Set.of("APPOINTMENTS_TABLE", "PATIENTS_TABLE", "IDEMPOTENCY_TABLE", "SOURCE_QUEUE_URL",
                        "DEAD_LETTER_QUEUE_URL", "REMINDER_QUEUE_URL", "REMINDER_QUEUE_ARN", "REQUEST_QUEUE_ARN",
                        "SCHEDULE_GROUP", "SCHEDULE_ROLE_ARN", "SCHEDULE_DLQ_ARN", "DEFAULT_TIME_ZONE",
                        "BOOKING_TERMS", "REMINDER_OFFSETS", "NOTICES", "QUIET_HOURS", "API_ROLE_ID", "OVERDUE_SHARDS",
                        "STATUS_SHARDS",
                        "SMOKE_CLIENT"),
                FunctionName.REMINDER,
                Set.of("APPOINTMENTS_TABLE", "PATIENTS_TABLE", "IDEMPOTENCY_TABLE", "SOURCE_QUEUE_URL",
                        "DEAD_LETTER_QUEUE_URL", "REQUEST_QUEUE_URL", "CONFIRMATION_QUEUE_URL", "REMINDER_QUEUE_URL",
                        "REMINDER_SENDER", "REMINDER_CONFIGURATION_SET", "REMINDER_UNSUBSCRIBE",
                        "QUIET_HOURS", "DEFAULT_LOCALE", "OVERDUE_SHARDS", "STATUS_SHARDS"),
                FunctionName.MANAGEMENT,
                Set.of("APPOINTMENTS_TABLE", "CALENDARS_TABLE", "RESOURCES_TABLE", "IDEMPOTENCY_TABLE",
                        "SOURCE_QUEUE_URL", "DEAD_LETTER_QUEUE_URL", "DEFAULT_TIME_ZONE", "BOOKING_TERMS",
                        "OVERDUE_SHARDS", "STATUS_SHARDS", "API_ROLE_ID", "SMOKE_CLIENT"),
                FunctionName.MAIL_EVENT, Set.of("PATIENTS_TABLE", "SOURCE_QUEUE_URL", "DEAD_LETTER_QUEUE_URL"),
                FunctionName.QUERY, Set.of("APPOINTMENTS_TABLE", "CALENDARS_TABLE", "PATIENTS_TABLE",
                        "IDEMPOTENCY_TABLE", "RESOURCES_TABLE", "DEFAULT_TIME_ZONE", "BOOKING_TERMS",
                        "OVERDUE_SHARDS", "STATUS_SHARDS"));
        assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(FunctionName.ofEveryStage());
        own.forEach((name, variables) -> assertThat(environment(name)).as(name.id()).isEqualTo(
                Stream.of(everywhere, name == FunctionName.MAIL_EVENT ? Set.<String>of() : fingerprinting, variables)
                        .flatMap(Set::stream).collect(Collectors.toSet())));
    }

    @Test
    void knowsTheKeyThatFunctionsAskFromThoseThatEncrypt() {
        assertThat(DEPLOYMENT.macKeys()).singleElement()
                .satisfies(arn -> assertThat(arn).contains(":key/FingerprintKey"))
                .isEqualTo(function(FunctionName.REQUEST).environment().get("FINGERPRINT_KEY"));
    }

    @Test
    void readsAFunctionWithTheCodeThatTheAssemblyHolds() {
        var function = function(FunctionName.QUERY);
        assertThat(function.handler()).isEqualTo(FunctionName.QUERY.handler());
        assertThat(function.code().resolve("stub")).exists();
        assertThat(List.of(function.memoryMegabytes(), function.timeout())).isEqualTo(
                List.of(1024, Duration.ofSeconds(30)));
    }

    @Test
    void readsWhatFeedsAFunction() {
        assertThat(DEPLOYMENT.eventSources()).hasSize(5).contains(new EventSource(
                "arn:aws:sqs:eu-central-1:123456789012:AppointmentRequestQueue",
                function(FunctionName.REQUEST).name(), 10, true, OptionalInt.of(10)));
    }

    @Test
    void readsTheWayOfTheEventsAboutMails() {
        assertThat(DEPLOYMENT.mailRoutes()).singleElement().isEqualTo(new MailRoute(
                function(FunctionName.REMINDER).environment().get("REMINDER_CONFIGURATION_SET"),
                Set.of("bounce", "complaint", "reject", "deliveryDelay"),
                "arn:aws:sqs:eu-central-1:123456789012:MailEventQueue"));
    }

    @Test
    void refusesAQueueThatWouldGetTheEnvelopeOfSns(@TempDir Path copy) throws IOException {
        copyWith(copy, template -> template.replace("\"RawMessageDelivery\": true", "\"RawMessageDelivery\": false"));
        assertThatThrownBy(() -> DeploymentReader.read(copy, "dev", GATEWAY))
                .isInstanceOf(UnsupportedTemplateException.class)
                .hasMessageContaining("a subscription of a queue without RawMessageDelivery");
    }

    @Test
    void tellsTheFunctionsThatTakeRequestsWhoTheApiIs() {
        var api = DEPLOYMENT.roles().stream().filter(role -> role.trustedServices()
                .contains("apigateway.amazonaws.com")).findFirst().orElseThrow();
        assertThat(Stream.of(FunctionName.REQUEST, FunctionName.CONFIRMATION)
                .map(name -> function(name).environment().get("API_ROLE_ID"))).containsOnly(api.uniqueId())
                .allSatisfy(id -> assertThat(id).matches("AROA[0-9A-F]{17}"));
    }

    @Test
    void readsEveryRoleWithItsStatements() {
        assertThat(DEPLOYMENT.roles()).hasSize(8).allSatisfy(role -> assertThat(role.statements()).isNotEmpty());
        assertThat(DEPLOYMENT.roles().stream().map(Role::arn))
                .contains(function(FunctionName.CONFIRMATION).environment().get("SCHEDULE_ROLE_ARN"));
    }

    @Test
    void readsTheApiWithItsBodyAndWhoMayAskTheFunction() {
        assertThat(DEPLOYMENT.apis()).singleElement().satisfies(api -> {
            assertThat(List.of(api.id(), api.stage())).isEqualTo(List.of("AppointmentApi", "live"));
            assertThat(api.body().at("/paths/~1overdue/get/x-amazon-apigateway-integration/uri").asText()).isEqualTo(
                    "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/"
                            + function(FunctionName.QUERY).arn() + ":live/invocations");
            assertThat(api.permissions()).singleElement()
                    .isEqualTo(new Api.Permission(function(FunctionName.QUERY).arn() + ":live",
                            "apigateway.amazonaws.com", "arn:aws:execute-api:eu-central-1:123456789012:" + api.name()
                                    + "/live/*/*"));
        });
    }

    @Test
    void listsWhatItDoesNotEnforce() {
        assertThat(DEPLOYMENT.unchecked()).contains(
                "dev-AppointmentData/AppointmentRequestQueuePolicyB26D2EF5, the queue policy: not enforced here.");
    }

    /** A listed resource may have any property, such as an AlarmName, and use any intrinsic function. */
    @ParameterizedTest
    @EnumSource(ListedType.class)
    void listsWhatItDoesNotBootWhateverItSays(ListedType type, @TempDir Path copy) throws IOException {
        copyWith(copy, template -> template.replaceAll("(\"" + type.cloudFormation() + "\",\\s*\"Properties\": \\{)",
                "$1 \"Unheard\": {\"Fn::Select\": [0, []]},"));
        assertThat(withoutPlace(DeploymentReader.read(copy, "dev", GATEWAY))).isEqualTo(withoutPlace(DEPLOYMENT));
    }

    @Test
    void listsWhatNothingHereKnows(@TempDir Path copy) throws IOException {
        copyWith(copy, template -> template.replace("AWS::Logs::LogGroup", "AWS::SSM::Parameter"));
        assertThat(DeploymentReader.read(copy, "dev", GATEWAY).unchecked())
                .contains("dev-AppointmentService/AppointmentRequestProcessorLogs9491042E, AWS::SSM::Parameter, "
                        + "a type that this machine does not know: not enforced here.");
    }

    @Test
    void namesToItsFunctionsWhatNothingHereKnows(@TempDir Path copy) throws IOException {
        copyWith(copy, template -> template.replace("\"LOG_LEVEL\": \"DEBUG\"",
                "\"LOG_LEVEL\": {\"Fn::GetAtt\": [\"Bucket\", \"Arn\"]}, "
                        + "\"DOMAIN\": {\"Fn::GetAtt\": [\"Bucket\", \"DomainName\"]}")
                .replace("\"Resources\": {", "\"Resources\": {\"Bucket\": {\"Type\": \"AWS::S3::Bucket\"},"));
        var function = DeploymentReader.read(copy, "dev", GATEWAY).functions().getFirst();
        assertThat(List.of(function.environment().get("LOG_LEVEL"), function.environment().get("DOMAIN")))
                .isEqualTo(List.of("arn:aws:s3:eu-central-1:123456789012:Bucket", "Bucket.DomainName"));
    }

    @Test
    void refusesAnUnknownProperty(@TempDir Path copy) throws IOException {
        assertRefused(copy, "\"MemorySize\"", "\"EphemeralStorage\"",
                "Stack dev-AppointmentService, resource AppointmentRequestProcessorCED70BD7: "
                        + "the property EphemeralStorage is not supported by the local run.");
    }

    @Test
    void refusesAnUnknownNestedProperty(@TempDir Path copy) throws IOException {
        assertRefused(copy, "\"MaximumConcurrency\"", "\"MinimumConcurrency\"",
                "Stack dev-AppointmentService, resource AppointmentRequestProcessorSource94C6A767: "
                        + "the property ScalingConfig.MinimumConcurrency is not supported by the local run.");
    }

    @Test
    void refusesAnUnknownFunction(@TempDir Path copy) throws IOException {
        assertRefused(copy, "\"Fn::Sub\"", "\"Fn::Select\"",
                "Stack dev-AppointmentService, resource AppointmentRequestProcessorCED70BD7: "
                        + "the function Fn::Select is not supported by the local run.");
    }

    @Test
    void refusesAReferenceToNothing(@TempDir Path copy) throws IOException {
        assertRefused(copy, "\"Ref\": \"ReminderSchedules\"", "\"Ref\": \"Nothing\"",
                "Stack dev-AppointmentService, resource ReminderSchedulesReconciliation59D418B4: "
                        + "a reference to the unknown resource Nothing is not supported by the local run.");
    }

    @Test
    void refusesAStageThatIsNotThere() {
        assertThatThrownBy(() -> DeploymentReader.read(Synthesized.assembly(), "nowhere", GATEWAY))
                .isInstanceOf(UnsupportedTemplateException.class).hasMessageEndingWith("holds no stage nowhere.");
    }

    /** Reads a copy of the assembly after a change to one of its templates. */
    private static void assertRefused(Path copy, String text, String replacement, String sentence) throws IOException {
        copyWith(copy, template -> template.replace(text, replacement));
        assertThatThrownBy(() -> DeploymentReader.read(copy, "dev", GATEWAY))
                .isInstanceOf(UnsupportedTemplateException.class).hasMessage(sentence);
    }

    private static void copyWith(Path copy, UnaryOperator<String> change) throws IOException {
        try (var files = Files.walk(Synthesized.assembly())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(Synthesized.assembly().relativize(file).toString());
                Files.createDirectories(target.getParent());
                var isTemplate = file.toString().endsWith(".template.json");
                var content = Files.readString(file);
                Files.writeString(target, isTemplate ? change.apply(content) : content);
            }
        }
    }

    /** The folder of the code lies in the original assembly. */
    private static String withoutPlace(Deployment deployment) {
        return deployment.toString().replaceAll("code=[^,]+", "");
    }

    private static Set<String> environment(FunctionName name) {
        return function(name).environment().keySet();
    }

    private static Function function(FunctionName name) {
        return DEPLOYMENT.functions().stream().filter(function -> function.id().equals(name.id())).findFirst()
                .orElseThrow();
    }
}
