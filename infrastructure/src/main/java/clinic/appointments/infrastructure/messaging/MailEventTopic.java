package clinic.appointments.infrastructure.messaging;

import java.util.Map;

import clinic.appointments.infrastructure.patterns.EncryptedTopic;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

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
        topic = EncryptedTopic.create(this, key, "ses.amazonaws.com",
                Map.of("ArnLike", Map.of("aws:SourceArn", configurationSets())));
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
