package clinic.appointments.infrastructure.patterns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * Topics that are encrypted with a customer-managed key, reached over TLS only, and published to by one AWS service.
 */
public final class EncryptedTopic {

    private EncryptedTopic() {
    }

    /**
     * Creates the main resource of a construct.
     *
     * @param publisher principal of the service, which publishes for this account only
     * @param furtherConditions conditions of the permission to publish, by operator
     */
    public static Topic create(Construct scope, IKey key, String publisher, Map<String, ?> furtherConditions) {
        var topic = Topic.Builder.create(scope, DEFAULT_ID).masterKey(key).enforceSsl(true).build();
        var conditions = new TreeMap<String, Object>(furtherConditions);
        conditions.put("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount()));
        topic.addToResourcePolicy(PolicyStatement.Builder.create().principals(List.of(new ServicePrincipal(publisher)))
                .actions(List.of("sns:Publish")).resources(List.of(topic.getTopicArn())).conditions(conditions)
                .build());
        return topic;
    }
}
