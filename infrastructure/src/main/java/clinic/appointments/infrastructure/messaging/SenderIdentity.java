package clinic.appointments.infrastructure.messaging;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.SuppressionReasons;
import software.constructs.Construct;

/**
 * The address that e-mail comes from, and the configuration set that says how it travels: encrypted or not at all,
 * never to an address that bounced or complained, and not for longer than it is of use. The identity verified in SES is
 * the address's domain.
 */
public final class SenderIdentity {

    /**
     * No page says which of the two SES asks for when a simple message has attachments; for raw ones it is the second
     * (SES: "Identity and access management in Amazon SES").
     */
    private static final List<String> SEND = List.of("ses:SendEmail", "ses:SendRawEmail");
    /** SES: "DeliveryOptions". */
    private static final int SHORTEST_DELIVERY = 300;
    private static final int LONGEST_DELIVERY = 50_400;

    private final String address;
    private final ConfigurationSet mails;

    /**
     * @param address such as {@code reminders@clinic.example}
     * @param useful how long an e-mail may take to arrive
     */
    public SenderIdentity(Construct scope, String address, java.time.Duration useful) {
        if (address.indexOf('@') < 1 || address.endsWith("@")) {
            throw new IllegalArgumentException("address must be an e-mail address");
        }
        this.address = address;
        mails = ConfigurationSet.Builder.create(scope, "Mails").tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                .reputationMetrics(true).suppressionReasons(SuppressionReasons.BOUNCES_AND_COMPLAINTS)
                .maxDeliveryDuration(Duration.seconds(
                        Math.clamp(useful.toSeconds(), SHORTEST_DELIVERY, LONGEST_DELIVERY)))
                .build();
    }

    /** Lets a function send as this address with this configuration set, and in no other way. */
    public void sendsFor(ServiceFunction function) {
        var set = mails.getConfigurationSetName();
        function.reads(EnvironmentKey.REMINDER_SENDER, address);
        function.reads(EnvironmentKey.REMINDER_CONFIGURATION_SET, set);
        function.may(PolicyStatement.Builder.create().actions(SEND)
                .resources(List.of(function.arnOf("ses", "identity", domain())))
                .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", address))));
        function.may(SEND, function.arnOf("ses", "configuration-set", set));
    }

    private String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
