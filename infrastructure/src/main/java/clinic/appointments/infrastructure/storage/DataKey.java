package clinic.appointments.infrastructure.storage;

import java.util.List;
import java.util.Map;

import clinic.appointments.infrastructure.compute.KeyUse;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The customer-managed key that encrypts tables, queues, environment variables and logs; rotated every year. */
public record DataKey(Key key) {

    public DataKey(Construct scope, RemovalPolicy removal) {
        this(Key.Builder.create(scope, "DataKey")
                .description("Appointment scheduling: tables, queues, environment, logs")
                .enableKeyRotation(true).removalPolicy(removal).build());
        opensToLogs(Stack.of(scope));
        opensToScheduler(Stack.of(scope));
        opensToAlarms(Stack.of(scope));
        opensToPages(Stack.of(scope));
    }

    /**
     * For log groups of this account only (CloudWatch Logs: "Encrypt log data in CloudWatch Logs using AWS Key
     * Management Service").
     */
    private void opensToLogs(Stack stack) {
        var groups = stack.formatArn(ArnComponents.builder().service("logs").resource("log-group")
                .resourceName("*").arnFormat(ArnFormat.COLON_RESOURCE_NAME).build());
        opens("logs." + stack.getRegion() + ".amazonaws.com",
                List.of("kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"),
                Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups)));
    }

    /**
     * For schedules of this account only: what cannot be delivered goes to an encrypted queue (EventBridge Scheduler:
     * "Configuring a schedule's dead-letter queue in EventBridge Scheduler").
     */
    private void opensToScheduler(Stack stack) {
        opens("scheduler.amazonaws.com", KeyUse.SEND,
                Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())));
    }

    /**
     * For alarms of this account only: they page through an encrypted topic (Amazon SNS: "Enable compatibility between
     * event sources from AWS services and encrypted topics").
     */
    private void opensToAlarms(Stack stack) {
        opens("cloudwatch.amazonaws.com", KeyUse.SEND,
                Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())));
    }

    /**
     * For topics of this account only: pages that cannot be mailed go to an encrypted queue (Amazon SNS: "Amazon SNS
     * dead-letter queues").
     */
    private void opensToPages(Stack stack) {
        opens("sns.amazonaws.com", KeyUse.SEND,
                Map.of("StringEquals", Map.of("aws:SourceAccount", stack.getAccount())));
    }

    private void opens(String service, List<String> actions, Map<String, Object> conditions) {
        key.addToResourcePolicy(PolicyStatement.Builder.create().principals(List.of(new ServicePrincipal(service)))
                .actions(actions).resources(List.of("*")).conditions(conditions).build());
    }
}
