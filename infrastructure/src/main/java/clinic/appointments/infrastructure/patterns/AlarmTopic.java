package clinic.appointments.infrastructure.patterns;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscriptionProps;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/** An encrypted topic to which only alarms of this account publish. */
public final class AlarmTopic extends Construct {

    private final Topic topic;

    public AlarmTopic(Construct scope, String id, IKey key) {
        super(scope, id);
        topic = EncryptedTopic.create(this, key, "cloudwatch.amazonaws.com", Map.of());
    }

    /** Publishes when the alarm goes off, and when it is over. */
    public void addAlarm(AlarmBase alarm) {
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
    }

    /**
     * Sends every publication to each address, which is asked to confirm once.
     *
     * @param undelivered takes publications that could not be mailed
     */
    public void addEmailSubscriptions(List<String> addresses, IQueue undelivered) {
        addresses.forEach(address -> topic.addSubscription(new EmailSubscription(address,
                EmailSubscriptionProps.builder().deadLetterQueue(undelivered).build())));
    }
}
