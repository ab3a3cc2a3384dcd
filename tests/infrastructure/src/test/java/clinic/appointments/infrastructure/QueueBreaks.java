package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.infrastructure.QueueRule.*;

/** Mistakes about queues. */
final class QueueBreaks {

    private static final String SOURCE = "AWS::Lambda::EventSourceMapping";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String REQUEST = "AppointmentRequestProcessor";

    private QueueBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(SOURCES_REPORT_FAILURES_MESSAGE_BY_MESSAGE, REQUEST,
                        draft -> draft.properties(SOURCE, REQUEST).remove("FunctionResponseTypes")),
                new Break(SOURCES_ARE_LIMITED_IN_CONCURRENCY, REQUEST,
                        draft -> draft.properties(SOURCE, REQUEST).remove("ScalingConfig")),
                new Break(NO_QUEUE_CAUSES_MORE_INVOCATIONS_THAN_ARE_RESERVED, REQUEST,
                        draft -> draft.properties("AWS::Lambda::Function", REQUEST).put("ReservedConcurrentExecutions",
                                9)),
                new Break(A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS, REQUEST,
                        draft -> requests(draft).put("VisibilityTimeout", 179)),
                new Break(A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS, REQUEST,
                        draft -> draft.properties("AWS::Lambda::Function", REQUEST).put("Timeout", 31)),
                new Break(A_MESSAGE_IS_TRIED_FIVE_TIMES, REQUEST,
                        draft -> draft.at(QUEUE, "AppointmentRequestQueue", "/RedrivePolicy").put("maxReceiveCount",
                                4)),
                new Break(EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS, REQUEST,
                        draft -> requests(draft).remove("RedrivePolicy")),
                new Break(EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS, "AppointmentReminderProcessor",
                        QueueBreaks::shareDeadLetters),
                new Break(DEAD_LETTERS_ARE_KEPT_FOR_FOURTEEN_DAYS, "AppointmentRequestDLQ",
                        draft -> draft.properties(QUEUE, "AppointmentRequestDLQ").put("MessageRetentionPeriod",
                                345_601)),
                new Break(WORK_IS_KEPT_FOR_TEN_DAYS, REQUEST,
                        draft -> requests(draft).remove("MessageRetentionPeriod")),
                new Break(DEAD_LETTERS_OUTLIVE_THEIR_SOURCE, "AppointmentRequestQueue",
                        draft -> requests(draft).put("MessageRetentionPeriod", 1_209_600)),
                new Break(WORK_QUEUES_ARE_NOBODYS_DEAD_LETTERS, REQUEST,
                        draft -> requests(draft).remove("RedriveAllowPolicy")),
                new Break(EVERY_QUEUE_IS_ENCRYPTED_WITH_THE_KEY, "ReminderScheduleDLQ",
                        draft -> draft.properties(QUEUE, "ReminderScheduleDLQ").put("KmsMasterKeyId", "alias/aws/sqs")),
                new Break(EVERY_QUEUE_REFUSES_PLAIN_TEXT, "AppointmentRequestDLQ",
                        draft -> draft.remove("AWS::SQS::QueuePolicy", "AppointmentRequestDLQ")));
    }

    private static ObjectNode requests(Draft draft) {
        return draft.properties(QUEUE, "AppointmentRequestQueue");
    }

    private static void shareDeadLetters(Draft draft) {
        draft.properties(QUEUE, "AppointmentConfirmationQueue").set("RedrivePolicy",
                draft.properties(QUEUE, "AppointmentReminderQueue").get("RedrivePolicy"));
    }
}
