package clinic.appointments.infrastructure;

import java.util.Set;

/**
 * Logical ids of what holds data: CloudFormation replaces a resource whose logical id changes, and its data is gone.
 */
final class StatefulResources {

    static final String REQUEST_QUEUE = "AppointmentRequestQueueF8D5062B";

    static final Set<String> LOGICAL_IDS = Set.of("DataKey17AFBB84", "FingerprintKey750E39FE",
            "AppointmentsTable8553CB1E",
            "CalendarsTable01C6EE64", "PatientsTable087EEB9B", "IdempotencyTable22A5A209", REQUEST_QUEUE,
            "AppointmentRequestDLQ1808A911", "AppointmentConfirmationQueueBDC49352",
            "AppointmentConfirmationDLQB0CFEE6A", "AppointmentReminderQueueE98971B5", "AppointmentReminderDLQ7A42227A",
            "ReminderScheduleDLQ2EB84506");

    private static final Set<String> TYPES = Set.of("AWS::KMS::Key", "AWS::DynamoDB::GlobalTable", "AWS::SQS::Queue");
    /** Holds pages that could not be mailed: the alarms themselves say the same. */
    private static final String EXPENDABLE = "PagesDLQ";

    private StatefulResources() {
    }

    static boolean include(String id, String type) {
        return TYPES.contains(type) && !id.startsWith(EXPENDABLE);
    }
}
