package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.EncryptedQueue;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Calls the people of a stage by e-mail. Each alarm pages by itself: one alarm for all of them would page once, and be
 * silent about a second trouble for as long as the first one lasts.
 */
public final class Pages extends Construct {

    private final AlarmTopic topic;
    private final Queue undelivered;

    /**
     * @param key encrypts the pages; CloudWatch may use it
     * @param recipients e-mail addresses
     */
    public Pages(Construct scope, String id, IKey key, List<String> recipients) {
        super(scope, id);
        topic = new AlarmTopic(this, "Topic", key);
        undelivered = EncryptedQueue.create(this, "DLQ", key).retentionPeriod(EncryptedQueue.MAX_RETENTION).build();
        topic.addEmailSubscriptions(recipients, undelivered);
    }

    /** The topic whose publications are mailed. */
    AlarmTopic topic() {
        return topic;
    }

    /**
     * Takes pages that SNS gave up on after hours of retries (Amazon SNS: "Amazon SNS message delivery retries").
     */
    IQueue undelivered() {
        return undelivered;
    }
}
