package clinic.appointments.infrastructure.monitoring;

import java.util.List;

import clinic.appointments.infrastructure.patterns.AlarmTopic;
import clinic.appointments.infrastructure.patterns.EncryptedQueue;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Calls the people of a stage by e-mail while any alarm is on. */
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

    /** Pages while at least one of the alarms is on. */
    public void pageOn(List<AlarmBase> alarms) {
        topic.addAlarm(CompositeAlarm.Builder.create(this, "Alarm")
                .alarmRule(AlarmRule.anyOf(alarms.toArray(AlarmBase[]::new)))
                .alarmDescription(RunbookSection.PAGE.describe("The appointment service needs attention.")).build());
    }

    /**
     * Takes pages that SNS gave up on after hours of retries (Amazon SNS: "Amazon SNS message delivery retries").
     */
    public IQueue undelivered() {
        return undelivered;
    }
}
