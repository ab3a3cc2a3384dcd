package clinic.appointments.local.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import clinic.appointments.infrastructure.Synthesized;
import clinic.appointments.local.key.MacKeys;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.DeploymentReader;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Role;
import clinic.appointments.local.template.Table;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A gateway in front of engines that always succeed, with real clients that never retry. */
record OpenGateway(Gateway gateway, Deployment deployment, RecordingEngine engine, RecordingService scheduler,
        RecordingService mail) implements AutoCloseable {

    static OpenGateway open() {
        return open(UnaryOperator.identity());
    }

    /** A gateway for a deployment in which no role has a grant for the action. */
    static OpenGateway without(String action) {
        return open(statement -> new Role.Statement(statement.allow(),
                statement.actions().stream().filter(granted -> !granted.equals(action)).toList(),
                statement.resources(), statement.conditions()));
    }

    private static OpenGateway open(UnaryOperator<Role.Statement> change) {
        var gateway = Gateway.bind(0);
        var read = DeploymentReader.read(Synthesized.assembly(), "dev", gateway.address());
        var roles = read.roles().stream().map(role -> new Role(role.id(), role.name(), role.arn(),
                role.trustedServices(), role.statements().stream().map(change).toList())).toList();
        var deployment = new Deployment(read.stage(), read.account(), read.region(), read.tables(), read.queues(),
                read.functions(), read.eventSources(), roles, read.scheduleGroups(), read.recurringSchedules(),
                read.apis(), read.macKeys(), read.mailRoutes(), List.of());
        var engine = RecordingEngine.start();
        var scheduler = new RecordingService("{\"ScheduleArn\":\"arn\"}");
        var mail = new RecordingService("{\"MessageId\":\"m1\"}");
        var functions = new RecordingService("{}");
        gateway.open(deployment, new Backends(engine.address(), engine.address(), scheduler, mail,
                new MacKeys(deployment.macKeys()), functions, Map.of("TheApi", engine.address())));
        return new OpenGateway(gateway, deployment, engine, scheduler, mail);
    }

    @Override
    public void close() {
        gateway.close();
        engine.close();
    }

    CallLog log() {
        return gateway.calls();
    }

    Faults faults() {
        return gateway.faults();
    }

    CallerKeys keys() {
        return gateway.keys();
    }

    int port() {
        return gateway.address().getPort();
    }

    String keyOf(String rolePrefix) {
        return keys().accessKey(role(rolePrefix).arn());
    }

    Role role(String prefix) {
        return deployment.roles().stream().filter(role -> role.id().startsWith(prefix)).findFirst().orElseThrow();
    }

    Table table(String id) {
        return deployment.table(id);
    }

    Queue queue(String id) {
        return deployment.queues().stream().filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
    }

    DynamoDbClient dynamoDb(String accessKey) {
        return configured(DynamoDbClient.builder(), accessKey).build();
    }

    SqsClient sqs(String accessKey) {
        return configured(SqsClient.builder().checksumValidationEnabled(false), accessKey).build();
    }

    SchedulerClient scheduler(String accessKey) {
        return configured(SchedulerClient.builder(), accessKey).build();
    }

    SesV2Client ses(String accessKey) {
        return configured(SesV2Client.builder(), accessKey).build();
    }

    KmsClient kms(String accessKey) {
        return configured(KmsClient.builder(), accessKey).build();
    }

    private <B extends AwsClientBuilder<B, ?>> B configured(B builder, String accessKey) {
        URI address = gateway.address();
        return builder.endpointOverride(address).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "none")))
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(retries -> retries.maxAttempts(1)));
    }
}
