package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import static clinic.appointments.infrastructure.MailRule.*;

/** Mistakes about how e-mail travels. */
final class MailBreaks {

    private static final String SET = "AWS::SES::ConfigurationSet";

    private static final String DESTINATION = "AWS::SES::ConfigurationSetEventDestination";
    private static final String SUBSCRIPTION = "AWS::SNS::Subscription";

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
                new Break(WHAT_BECOMES_OF_A_MAIL_IS_PUBLISHED, "SenderIdentity",
                        draft -> draft.at(DESTINATION, "SenderIdentity", "/EventDestination").putArray(
                                "MatchingEventTypes").add("bounce")),
                new Break(A_QUEUE_GETS_WHAT_A_TOPIC_PUBLISHES_RAW_OR_AS_A_DEAD_LETTER, "MailEvent",
                        draft -> draft.properties(SUBSCRIPTION, "MailEvent").remove("RawMessageDelivery")),
                new Break(A_QUEUE_GETS_WHAT_A_TOPIC_PUBLISHES_RAW_OR_AS_A_DEAD_LETTER, "MailEvent",
                        draft -> draft.properties(SUBSCRIPTION, "MailEvent").remove("RedrivePolicy")),
                new Break(ONLY_SES_PUBLISHES_ABOUT_MAILS, "MailEventTopic",
                        draft -> draft.at("AWS::SNS::TopicPolicy", "MailEventTopic",
                                "/PolicyDocument/Statement/1/Condition").remove("ArnLike")),
                new Break(NO_MAIL_IS_TRACKED, "SenderIdentity",
                        draft -> draft.properties(SET, "SenderIdentity").putObject("TrackingOptions").put(
                                "CustomRedirectDomain",
                                "links.example.org")));
    }
}
