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
                new Break(NO_MAIL_TRAVELS_IN_PLAIN_TEXT, "Mails",
                        draft -> draft.at(SET, "Mails", "/DeliveryOptions").put("TlsPolicy", "OPTIONAL")),
                new Break(NO_MAIL_ARRIVES_AFTER_HOURS, "Mails",
                        draft -> draft.at(SET, "Mails", "/DeliveryOptions").remove("MaxDeliverySeconds")),
                new Break(NO_ADDRESS_IS_WRITTEN_TO_THAT_BOUNCED_OR_COMPLAINED, "Mails",
                        draft -> draft.at(SET, "Mails", "/SuppressionOptions").putArray("SuppressedReasons")
                                .add("BOUNCE")),
                new Break(THE_REPUTATION_OF_A_SENDER_IS_MEASURED, "Mails",
                        draft -> draft.at(SET, "Mails", "/ReputationOptions").put("ReputationMetricsEnabled", false)),
                new Break(NO_MAIL_IS_TRACKED, "Mails",
                        draft -> draft.properties(SET, "Mails").putObject("TrackingOptions").put("CustomRedirectDomain",
                                "links.example.org")));
    }
}
