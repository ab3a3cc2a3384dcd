package clinic.appointments.infrastructure.compute;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscriptionProps;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** An encrypted topic that alarms of this account tell of what they do; nobody else may. */
public final class AlarmTopic {

    private final Topic topic;

    public AlarmTopic(Construct scope, String id, IKey key) {
        topic = Topic.Builder.create(scope, id).masterKey(key).enforceSsl(true).build();
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com"))).actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
                .build());
    }

    /** Tells when the alarm goes off, and when it is over. */
    public void hears(AlarmBase alarm) {
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
    }

    /**
     * Mails what it hears; each address is asked to confirm once.
     *
     * @param undelivered takes what could not be mailed
     */
    public void mails(List<String> addresses, IQueue undelivered) {
        addresses.forEach(address -> topic.addSubscription(new EmailSubscription(address,
                EmailSubscriptionProps.builder().deadLetterQueue(undelivered).build())));
    }
}
