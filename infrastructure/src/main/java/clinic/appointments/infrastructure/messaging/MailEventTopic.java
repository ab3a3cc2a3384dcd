package clinic.appointments.infrastructure.messaging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * An encrypted topic to which only SES publishes, for the configuration sets of this account. It carries addresses from
 * SES to a queue, because SES publishes to no queue (SES: "Set up an Amazon SNS event destination for event
 * publishing").
 */
public final class MailEventTopic extends Construct {

    private final Topic topic;

    /** @param key encrypts the topic; SES may use it */
    public MailEventTopic(Construct scope, String id, IKey key) {
        super(scope, id);
        topic = Topic.Builder.create(this, DEFAULT_ID).masterKey(key).enforceSsl(true).build();
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("ses.amazonaws.com"))).actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(new TreeMap<>(Map.of("StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount()), "ArnLike",
                        Map.of("aws:SourceArn", configurationSets()))))
                .build());
    }

    /** The set itself belongs to a stack that depends on this one. */
    private String configurationSets() {
        return Stack.of(this).formatArn(
                ArnComponents.builder().service("ses").resource("configuration-set").resourceName("*").build());
    }

    public ITopic topic() {
        return topic;
    }
}
