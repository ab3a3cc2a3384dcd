package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import static clinic.appointments.infrastructure.MailRule.*;

/** Mistakes about how e-mail travels. */
final class MailBreaks {

    private static final String SET = "AWS::SES::ConfigurationSet";

    private MailBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(NO_MAIL_TRAVELS_IN_PLAIN_TEXT, "SenderIdentity",
                        draft -> draft.at(SET, "SenderIdentity", "/DeliveryOptions").put("TlsPolicy", "OPTIONAL")),
                new Break(NO_MAIL_ARRIVES_AFTER_HOURS, "SenderIdentity",
                        draft -> draft.at(SET, "SenderIdentity", "/DeliveryOptions").remove("MaxDeliverySeconds")),
                new Break(NO_ADDRESS_IS_WRITTEN_TO_THAT_BOUNCED_OR_COMPLAINED, "SenderIdentity",
                        draft -> draft.at(SET, "SenderIdentity", "/SuppressionOptions").putArray("SuppressedReasons")
                                .add("BOUNCE")),
                new Break(THE_REPUTATION_OF_A_SENDER_IS_MEASURED, "SenderIdentity",
                        draft -> draft.at(SET, "SenderIdentity", "/ReputationOptions").put("ReputationMetricsEnabled",
                                false)),
                new Break(NO_MAIL_IS_TRACKED, "SenderIdentity",
                        draft -> draft.properties(SET, "SenderIdentity").putObject("TrackingOptions").put(
                                "CustomRedirectDomain",
                                "links.example.org")));
    }
}
