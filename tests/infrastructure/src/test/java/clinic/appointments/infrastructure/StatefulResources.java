package clinic.appointments.infrastructure;

import java.util.Set;

/**
 * Logical ids of what holds data: CloudFormation replaces a resource whose logical id changes, and its data is gone.
 */
final class StatefulResources {

    static final String REQUEST_QUEUE = "AppointmentRequestQueue";

    static final Set<String> LOGICAL_IDS = Set.of("DataKey", "FingerprintKey", "AppointmentsTable", "CalendarsTable",
            "PatientsTable", "IdempotencyTable", "ResourcesTable", REQUEST_QUEUE, "AppointmentRequestDLQ",
            "AppointmentConfirmationQueue", "AppointmentConfirmationDLQ", "AppointmentReminderQueue",
            "AppointmentReminderDLQ", "MailEventQueue", "MailEventDLQ", "ManagementQueue",
            "ManagementDLQ", "ReminderScheduleDLQ");

    private static final Set<String> TYPES = Set.of("AWS::KMS::Key", "AWS::DynamoDB::GlobalTable", "AWS::SQS::Queue");
    /** Holds pages that could not be mailed: the alarms themselves say the same. */
    private static final String EXPENDABLE = "PagesDLQ";

    private StatefulResources() {
    }

    static boolean include(String id, String type) {
        return TYPES.contains(type) && !id.startsWith(EXPENDABLE);
    }
}
