package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Map;

import clinic.appointments.infrastructure.patterns.KeyUse;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/** The customer-managed key that encrypts tables, queues, environment variables and logs; rotated every year. */
public final class DataKey extends Construct {

    private final Key key;

    public DataKey(Construct scope, String id, RemovalPolicy removal) {
        super(scope, id);
        key = Key.Builder.create(this, DEFAULT_ID)
                .description("Appointment scheduling: encrypts tables, queues, environment variables and logs")
                .enableKeyRotation(true).removalPolicy(removal).build();
        grantEncryptToLogs();
        grantSendToService("scheduler.amazonaws.com");
        grantSendToService("cloudwatch.amazonaws.com");
        grantSendToService("sns.amazonaws.com");
        grantDeliverToSns();
        grantPublishToSes();
    }

    /**
     * For log groups of this account only (CloudWatch Logs: "Encrypt log data in CloudWatch Logs using AWS Key
     * Management Service").
     */
    private void grantEncryptToLogs() {
        var stack = Stack.of(this);
        var groups = stack.formatArn(ArnComponents.builder().service("logs").resource("log-group")
                .resourceName("*").arnFormat(ArnFormat.COLON_RESOURCE_NAME).build());
        grant("logs." + stack.getRegion() + ".amazonaws.com",
                List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"),
                Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups)));
    }

    /**
     * For resources of this account only. Undeliverable schedules go to an encrypted queue (EventBridge Scheduler:
     * "Configuring a schedule's dead-letter queue in EventBridge Scheduler"), alarms publish to an encrypted topic
     * (Amazon SNS: "Enable compatibility between event sources from AWS services and encrypted topics"), and pages that
     * cannot be mailed go to an encrypted queue (Amazon SNS: "Amazon SNS dead-letter queues").
     */
    private void grantSendToService(String service) {
        grant(service, KeyUse.SEND,
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())));
    }

    /**
     * For topics of this account only, which deliver mail events and pages to encrypted queues. No page tells whether
     * SNS names the account of a topic, or the topic, to KMS: one of the two statements applies.
     */
    private void grantDeliverToSns() {
        grant("sns.amazonaws.com", KeyUse.SEND, Map.of("ArnLike", Map.of("aws:SourceArn", topics())));
    }

    /**
     * For topics of this account only: SNS encrypts every message in the context of its topic (Amazon SNS: "Amazon SNS
     * data encryption"). The policy of the topic decides for whom SES publishes.
     */
    private void grantPublishToSes() {
        grant("ses.amazonaws.com", KeyUse.SEND,
                Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:sns:topicArn", topics())));
    }

    private String topics() {
        return Stack.of(this).formatArn(ArnComponents.builder().service("sns").resource("*").build());
    }

    private void grant(String service, List<String> actions, Map<String, Object> conditions) {
        key.addToResourcePolicy(PolicyStatement.Builder.create().principals(List.of(new ServicePrincipal(service)))
                .actions(actions).resources(List.of("*")).conditions(conditions).build());
    }

    public IKey key() {
        return key;
    }
}
