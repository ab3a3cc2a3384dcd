package clinic.appointments.local.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import clinic.appointments.local.policy.AccessDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.SchedulerException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.RequestThrottledException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Real SDK clients understand the responses of the gateway; the engines behind it always succeed. */
class GatewayTest {

    private static final String REQUEST = "AppointmentRequestProcessor";
    private static final String CONFIRMATION = "AppointmentConfirmationProcessor";
    private static final String REMINDER = "AppointmentReminderProcessor";
    private static final String QUERY = "AppointmentQueryProcessor";

    private OpenGateway gateway;

    @BeforeEach
    void open() {
        gateway = OpenGateway.open();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void handsOnWhatTheRoleMayDoAndRecordsItsCost() {
        put(dynamoDb(REQUEST));
        assertThat(gateway.engine().last()).contains("\"ReturnConsumedCapacity\":\"INDEXES\"");
        assertThat(gateway.log().calls(_ -> true)).containsExactly(new RecordedCall(gateway.role(REQUEST).id(),
                Service.DYNAMODB, "PutItem", List.of(gateway.table("AppointmentsTable").arn()), 200,
                new Capacity(0, 3)));
        assertThat(gateway.log().capacityOfRoles()).isEqualTo(new Capacity(0, 3));
        assertThat(gateway.log().countsByAction()).isEqualTo(Map.of("dynamodb:PutItem", 1L));
        assertThat(gateway.log().permissionsUsed()).extracting(UsedPermission::action).containsExactlyInAnyOrder(
                "dynamodb:PutItem", "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey");
    }

    @Test
    void refusesWhatTheRoleMayNotDoSayingWhoAndWhatAndWhere() {
        var table = gateway.table("AppointmentsTable");
        assertThatThrownBy(() -> put(dynamoDb(QUERY))).isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("User: arn:aws:sts::123456789012:assumed-role/" + gateway.role(QUERY).name()
                        + " is not authorized to perform: dynamodb:PutItem on resource: " + table.arn())
                .extracting(error -> ((AwsServiceException) error).awsErrorDetails().errorCode())
                .isEqualTo("AccessDeniedException");
        assertThat(gateway.log().denials()).containsExactly(
                new AccessDecision.Denied(gateway.role(QUERY).id(), "dynamodb:PutItem", table.arn()));
        assertThat(gateway.engine().calls()).isZero();
    }

    @Test
    void checksATransactionItemByItem() {
        var table = gateway.table("AppointmentsTable").name();
        var write = TransactWriteItem.builder().put(Put.builder().tableName(table).item(key()).build()).build();
        var check = TransactWriteItem.builder().conditionCheck(ConditionCheck.builder().tableName(table).key(key())
                .conditionExpression("attribute_exists(appointmentId)").build()).build();
        dynamoDb(REQUEST).transactWriteItems(request -> request.transactItems(write));
        assertThatThrownBy(() -> dynamoDb(REQUEST).transactWriteItems(request -> request.transactItems(write, check)))
                .hasMessageContaining("dynamodb:ConditionCheckItem");
    }

    @Test
    void checksEveryTableOfABatchAndTheIndexOfAQuery() {
        var records = gateway.table("IdempotencyTable").name();
        var keys = KeysAndAttributes.builder().keys(List.of(key())).build();
        assertThatThrownBy(() -> dynamoDb(QUERY).batchGetItem(request -> request.requestItems(Map.of(records, keys))))
                .hasMessageContaining("dynamodb:BatchGetItem on resource: " + gateway.table("IdempotencyTable").arn());
        query("byPatient");
        assertThatThrownBy(() -> query("byNothing")).hasMessageContaining("/index/byNothing");
    }

    @Test
    void chargesTheKeyOfAnEncryptedTable() {
        gateway.close();
        gateway = OpenGateway.without("kms:Encrypt");
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).hasMessageContaining("kms:Encrypt on resource: arn:aws:kms:");
    }

    /** Neither role is granted anything of the kind. */
    @Test
    void checksRequestsToAnApiAndInvocations() throws IOException, InterruptedException {
        String arn = "arn:aws:lambda:eu-central-1:123456789012:function:Some:live";
        assertThat(send(REQUEST, "GET", "/apis/TheApi/live/patients/p-1?limit=1").body()).contains(
                "execute-api:Invoke on resource: "
                        + "arn:aws:execute-api:eu-central-1:123456789012:TheApi/live/GET/patients/p-1");
        assertThat(send(QUERY, "POST", "/2015-03-31/functions/" + arn + "/invocations").body())
                .contains("lambda:InvokeFunction on resource: " + arn);
        assertThat(gateway.log().denials()).hasSize(2);
        assertThat(gateway.engine().calls()).isZero();
    }

    private HttpResponse<String> send(String function, String method, String path)
            throws IOException, InterruptedException {
        String key = gateway.gateway().keys().accessKey(gateway.role(function).arn());
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(gateway.gateway().address().resolve(path))
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/20260101/eu-central-1/x/aws4_request")
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void checksQueuesByTheirUrl() {
        sendTo("AppointmentConfirmationQueue");
        assertThatThrownBy(() -> sendTo("AppointmentReminderQueue")).isInstanceOf(SqsException.class)
                .hasMessageContaining(
                        "sqs:SendMessage on resource: " + gateway.queue("AppointmentReminderQueue").arn());
    }

    /** The engine refuses a group outside FIFO queues (SQS: "Amazon SQS fair queues"). */
    @Test
    void takesTheGroupOffAndRefusesOneThatSqsRefuses() {
        sendIn("123456789012/front-desk");
        assertThat(gateway.engine().last()).contains("\"MessageBody\"").doesNotContain("MessageGroupId", "front-desk");

        for (String group : List.of("front desk", "a".repeat(129))) {
            assertThatThrownBy(() -> sendIn(group)).isInstanceOf(SqsException.class)
                    .hasMessageContaining("MessageGroupId can only include");
        }
        assertThat(gateway.engine().calls()).isEqualTo(1);
    }

    private void sendIn(String group) {
        gateway.sqs(gateway.keyOf(REQUEST)).sendMessage(request -> request
                .queueUrl(gateway.queue("AppointmentConfirmationQueue").url()).messageBody("{}").messageGroupId(group));
    }

    @Test
    void asksAKeyForACodeWithTheCallersRole() {
        var key = gateway.deployment().macKeys().getFirst();
        assertThat(codeOf(key, "one")).hasSize(32).isEqualTo(codeOf(key, "one")).isNotEqualTo(codeOf(key, "two"));
        assertThat(gateway.log().permissionsUsed()).extracting(UsedPermission::action).contains("kms:GenerateMac");
        assertThatThrownBy(() -> codeOf(key.replace("Fingerprint", "Data"), "one")).isInstanceOf(KmsException.class)
                .hasMessageContaining("kms:GenerateMac on resource: " + key.replace("Fingerprint", "Data"));

        gateway.close();
        gateway = OpenGateway.without("kms:GenerateMac");
        assertThatThrownBy(() -> codeOf(key, "one")).isInstanceOf(KmsException.class)
                .hasMessageContaining("kms:GenerateMac on resource: " + key);
    }

    private byte[] codeOf(String key, String message) {
        try (var kms = gateway.kms(gateway.keyOf(QUERY))) {
            return kms.generateMac(request -> request.keyId(key).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                    .message(SdkBytes.fromUtf8String(message))).mac().asByteArray();
        }
    }

    @Test
    void takesABatchOfMessagesForTheActionThatItRepeats() {
        sqs(REQUEST).sendMessageBatch(request -> request.queueUrl(gateway.queue("AppointmentConfirmationQueue").url())
                .entries(List.of(SendMessageBatchRequestEntry.builder().id("1").messageBody("{}").build())));
        assertThat(gateway.log().permissionsUsed()).extracting(UsedPermission::action).contains("sqs:SendMessage",
                "kms:GenerateDataKey", "kms:Decrypt");
    }

    @Test
    void checksAScheduleAndTheRoleThatIsPassed() {
        var group = gateway.deployment().scheduleGroups().getFirst().name();
        schedule(group, gateway.role("ReminderSchedulesRole").arn());
        assertThat(gateway.scheduler().last()).startsWith("CreateSchedule ").contains("\"GroupName\":\"" + group);
        assertThatThrownBy(() -> schedule("default", gateway.role("ReminderSchedulesRole").arn()))
                .isInstanceOf(SchedulerException.class)
                .hasMessageContaining("scheduler:CreateSchedule on resource: ")
                .extracting(error -> ((AwsServiceException) error).awsErrorDetails().errorCode())
                .isEqualTo("AccessDeniedException");
        assertThatThrownBy(() -> schedule(group, gateway.role(QUERY).arn()))
                .hasMessageContaining("iam:PassRole on resource: " + gateway.role(QUERY).arn());
    }

    @Test
    void checksTheIdentityThatAnEmailComesFrom() {
        mail("Clinic <reminders@dev.appointments.example>");
        assertThat(gateway.mail().last()).startsWith("SendEmail ");
        assertThatThrownBy(() -> mail("someone@elsewhere.example")).isInstanceOf(SesV2Exception.class)
                .hasMessageContaining("ses:SendEmail on resource: arn:aws:ses:eu-central-1:123456789012:"
                        + "identity/elsewhere.example");
    }

    /** SES also checks the configuration set, and may treat a message with attachments as a raw one. */
    @Test
    void checksTheConfigurationSetAndWhatAttachmentsTake() {
        var set = gateway.deployment().functions().stream().filter(function -> function.id().equals(REMINDER))
                .findFirst().orElseThrow().environment().get("REMINDER_CONFIGURATION_SET");
        mailWithAttachment(set);
        assertThat(gateway.log().permissionsUsed()).extracting(UsedPermission::action, used -> used.resource()
                .replaceFirst(".*:", "")).containsExactlyInAnyOrder(
                        tuple("ses:SendEmail", "identity/dev.appointments.example"),
                        tuple("ses:SendRawEmail", "identity/dev.appointments.example"),
                        tuple("ses:SendEmail", "configuration-set/" + set),
                        tuple("ses:SendRawEmail", "configuration-set/" + set));
        assertThatThrownBy(() -> mailWithAttachment("other")).hasMessageContaining("configuration-set/other");
    }

    @Test
    void checksTheAddressThatAnEmailComesFrom() {
        assertThatThrownBy(() -> mail("director@dev.appointments.example"))
                .hasMessageContaining("ses:SendEmail on resource: ");
    }

    @Test
    void letsTheOperatorDoEverything() {
        put(gateway.dynamoDb(gateway.keys().operator()));
        assertThat(gateway.log().capacityOfRoles()).isEqualTo(Capacity.NONE);
    }

    @Test
    void refusesAnAccessKeyThatItDoesNotKnow() {
        assertThatThrownBy(() -> put(gateway.dynamoDb("AKIAUNKNOWN"))).isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("belongs to no role");
    }

    @Test
    void throttlesInTheWordsOfTheService() {
        gateway.faults().before(CallMatch.any(), new FaultEffect.Throttle());
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).isInstanceOf(ProvisionedThroughputExceededException.class);
        gateway.faults().before(CallMatch.of(Service.SQS, "SendMessage"), new FaultEffect.Throttle());
        assertThatThrownBy(() -> sendTo("AppointmentConfirmationQueue")).isInstanceOf(RequestThrottledException.class);
        assertThat(gateway.engine().calls()).isZero();
    }

    @Test
    void failsAfterTheEffectWhenAskedTo() {
        var fault = gateway.faults().after(CallMatch.of(Service.DYNAMODB, "PutItem").by(REQUEST)
                .on("AppointmentsTable"), new FaultEffect.Fail());
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).isInstanceOf(InternalServerErrorException.class);
        assertThat(fault.fired()).isTrue();
        assertThat(gateway.engine().calls()).isOne();
        put(dynamoDb(REQUEST));
    }

    @Test
    void answersWhatIsMadeOfTheRequest() {
        gateway.faults().before(CallMatch.any(),
                new FaultEffect.Answer(request -> new ServiceResponse(400,
                        "{\"__type\":\"ValidationException\",\"message\":\"not in %s\"}"
                                .formatted(request.path("TableName").asText()))));
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("not in AppointmentsTable");
        assertThat(gateway.engine().calls()).isZero();
    }

    @Test
    void dropsTheConnectionAfterRunningWhatItWasGiven() {
        var ran = new AtomicBoolean();
        gateway.faults().before(CallMatch.any(), new FaultEffect.Run(() -> ran.set(true)));
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).isInstanceOf(SdkClientException.class);
        assertThat(ran).isTrue();
        assertThat(gateway.log().calls(_ -> true)).extracting(RecordedCall::status).containsExactly(0);
    }

    @Test
    void strikesTheCallThatWasChosenAndNoOther() {
        var fault = gateway.faults().add(CallMatch.of(Service.DYNAMODB, "PutItem"), 2, Fault.Moment.BEFORE,
                new FaultEffect.Fail());
        put(dynamoDb(REQUEST));
        assertThat(fault.fired()).isFalse();
        assertThatThrownBy(() -> put(dynamoDb(REQUEST))).isInstanceOf(InternalServerErrorException.class);
        put(dynamoDb(REQUEST));
        gateway.faults().before(CallMatch.any().by(QUERY), new FaultEffect.Drop());
        put(dynamoDb(REQUEST));
    }

    @Test
    void saysThatAPortIsInUse() {
        var port = gateway.port();
        assertThatThrownBy(() -> Gateway.bind(port)).isInstanceOf(GatewayException.class)
                .hasMessage("Port " + port + " is in use: stop what uses it, or choose another port.");
    }

    private DynamoDbClient dynamoDb(String role) {
        return gateway.dynamoDb(gateway.keyOf(role));
    }

    private SqsClient sqs(String role) {
        return gateway.sqs(gateway.keyOf(role));
    }

    private void put(DynamoDbClient client) {
        client.putItem(request -> request.tableName(gateway.table("AppointmentsTable").name()).item(key()));
    }

    private void query(String index) {
        dynamoDb(QUERY).query(request -> request.tableName(gateway.table("AppointmentsTable").name()).indexName(index)
                .keyConditionExpression("patientId = :p"));
    }

    private void sendTo(String queue) {
        sqs(REQUEST).sendMessage(request -> request.queueUrl(gateway.queue(queue).url()).messageBody("{}"));
    }

    private void schedule(String group, String roleArn) {
        SchedulerClient client = gateway.scheduler(gateway.keyOf(CONFIRMATION));
        client.createSchedule(request -> request.name("s1").groupName(group)
                .scheduleExpression("at(2030-01-01T00:00:00)").flexibleTimeWindow(window -> window.mode("OFF"))
                .target(target -> target.roleArn(roleArn).arn(gateway.queue("AppointmentReminderQueue").arn())));
    }

    private void mail(String sender) {
        SesV2Client client = gateway.ses(gateway.keyOf(REMINDER));
        client.sendEmail(request -> request.fromEmailAddress(sender)
                .destination(destination -> destination.toAddresses("a@example.com")).content(content -> content
                        .simple(mail -> mail.subject(subject -> subject.data("s")).body(body -> body.text(
                                text -> text.data("t"))))));
    }

    private void mailWithAttachment(String configurationSet) {
        gateway.ses(gateway.keyOf(REMINDER)).sendEmail(request -> request
                .fromEmailAddress("reminders@dev.appointments.example").configurationSetName(configurationSet)
                .destination(destination -> destination.toAddresses("a@example.com"))
                .content(content -> content.simple(mail -> mail.subject(subject -> subject.data("s"))
                        .attachments(Attachment.builder().fileName("a.ics").rawContent(SdkBytes.fromUtf8String("a"))
                                .build()))));
    }

    private static Map<String, AttributeValue> key() {
        return Map.of("appointmentId", AttributeValue.fromS("a1"));
    }
}
