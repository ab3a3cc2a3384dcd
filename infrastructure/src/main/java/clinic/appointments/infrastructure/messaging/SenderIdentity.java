package clinic.appointments.infrastructure.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.patterns.ServiceFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination.EventDestinationProperty;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination.SnsDestinationProperty;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.SuppressionReasons;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import static clinic.appointments.infrastructure.patterns.MainChild.DEFAULT_ID;

/**
 * The address that e-mail comes from, and its configuration set: every e-mail is encrypted on its way or not sent,
 * never goes to an address that bounced or complained, and is given up when it is no longer useful. What happens to it
 * afterwards is published to a topic. The identity verified in SES is the domain of the address.
 */
public final class SenderIdentity extends Construct {

    /**
     * The documentation does not say which of the two SES asks for when a simple message has attachments; for raw ones
     * it is the second (SES: "Identity and access management in Amazon SES").
     */
    private static final List<String> SEND = List.of("ses:SendEmail", "ses:SendRawEmail");
    /** What happens after SES has accepted an e-mail; whether it was opened is nobody's business. */
    private static final List<String> EVENTS = List.of("bounce", "complaint", "reject", "deliveryDelay");
    /** SES API v2: "DeliveryOptions". */
    private static final int MIN_DELIVERY_SECONDS = 300;
    private static final int MAX_DELIVERY_SECONDS = 50_400;

    private final String address;
    private final ConfigurationSet configurationSet;

    public SenderIdentity(Construct scope, String id, SenderIdentityProps props) {
        super(scope, id);
        address = props.address();
        configurationSet = ConfigurationSet.Builder.create(this, DEFAULT_ID)
                .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE).reputationMetrics(true)
                .suppressionReasons(SuppressionReasons.BOUNCES_AND_COMPLAINTS)
                .maxDeliveryDuration(maxDelivery(props.usefulFor())).build();
        publishTo(props.events());
    }

    /** Made by hand: the CDK would add a statement of its own to the topic's policy, which names this construct. */
    private void publishTo(ITopic events) {
        CfnConfigurationSetEventDestination.Builder.create(this, "Events")
                .configurationSetName(configurationSet.getConfigurationSetName())
                .eventDestination(EventDestinationProperty.builder().enabled(true).matchingEventTypes(EVENTS)
                        .snsDestination(SnsDestinationProperty.builder().topicArn(events.getTopicArn()).build())
                        .build())
                .build();
    }

    private static software.amazon.awscdk.Duration maxDelivery(Duration usefulFor) {
        return software.amazon.awscdk.Duration.seconds(
                Math.clamp(usefulFor.toSeconds(), MIN_DELIVERY_SECONDS, MAX_DELIVERY_SECONDS));
    }

    /** Lets a function send as this address with this configuration set, and in no other way. */
    public void grantSendEmail(ServiceFunction function) {
        var set = configurationSet.getConfigurationSetName();
        function.addEnvironment(EnvironmentKey.REMINDER_SENDER.name(), address);
        function.addEnvironment(EnvironmentKey.REMINDER_CONFIGURATION_SET.name(), set);
        function.addToRolePolicy(PolicyStatement.Builder.create().actions(SEND)
                .resources(List.of(function.formatArn("ses", "identity", domain())))
                .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", address))).build());
        function.addToRolePolicy(SEND, function.formatArn("ses", "configuration-set", set));
    }

    private String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
