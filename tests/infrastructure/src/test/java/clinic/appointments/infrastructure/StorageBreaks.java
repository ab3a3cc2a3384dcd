package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.infrastructure.StorageRule.*;

/** Mistakes about tables, the key and what else outlives a deployment. */
final class StorageBreaks {

    private static final String TABLE = "AWS::DynamoDB::GlobalTable";
    private static final String QUEUE = "AWS::SQS::Queue";

    private StorageBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY, "CalendarsTable",
                        draft -> replica(draft).remove("SSESpecification")),
                new Break(EVERY_TABLE_IS_RECOVERABLE, "CalendarsTable",
                        draft -> replica(draft).remove("PointInTimeRecoverySpecification")),
                new Break(EVERY_TABLE_IS_OF_THE_TYPE_THAT_RULES_LOOK_AT, "Old",
                        draft -> draft.add("OldTable", "AWS::DynamoDB::Table", "{}")),
                new Break(A_TABLE_THAT_IS_KEPT_IS_PROTECTED_FROM_DELETION, "CalendarsTable",
                        StorageBreaks::keepUnprotected),
                new Break(WHAT_HOLDS_DATA_IS_KEPT_OR_GOES_TOGETHER, "AppointmentsTable",
                        draft -> resource(draft, TABLE, "AppointmentsTable").put("DeletionPolicy", "Snapshot")),
                new Break(WHAT_HOLDS_DATA_IS_KEPT_OR_GOES_TOGETHER, "AppointmentRequestQueue",
                        draft -> resource(draft, QUEUE, "AppointmentRequestQueue").remove("UpdateReplacePolicy")),
                new Break(LOGS_ARE_KEPT_WITH_THE_DATA_OR_GO_WITH_IT, "AppointmentQueryProcessor",
                        draft -> resource(draft, "AWS::Logs::LogGroup", "AppointmentQueryProcessor")
                                .put("DeletionPolicy", "RetainExceptOnCreate")),
                new Break(EVERY_TABLE_BUT_THOSE_OF_PATIENTS_AND_RESOURCES_FORGETS, "CalendarsTable",
                        draft -> calendars(draft).remove("TimeToLiveSpecification")),
                new Break(EVERY_TABLE_IS_PAID_BY_USE, "CalendarsTable",
                        draft -> calendars(draft).put("BillingMode", "PROVISIONED")),
                new Break(EVERY_INDEX_HOLDS_KEYS_ONLY_BUT_THAT_BY_STATUS, "PatientsTable",
                        draft -> draft.at(TABLE, "PatientsTable", "/GlobalSecondaryIndexes/0/Projection")
                                .put("ProjectionType", "ALL")),
                new Break(EVERY_INDEX_HOLDS_KEYS_ONLY_BUT_THAT_BY_STATUS, "AppointmentsTable",
                        draft -> draft.at(TABLE, "AppointmentsTable", "/GlobalSecondaryIndexes/1/Projection")
                                .putArray("NonKeyAttributes").add("status").add("notes")),
                new Break(EVERY_KEY_ROTATES_THAT_CAN, "DataKey",
                        draft -> draft.properties("AWS::KMS::Key", "DataKey").remove("EnableKeyRotation")),
                new Break(EVERY_OTHER_KEY_MAKES_CODES_ONLY, "FingerprintKey",
                        draft -> draft.properties("AWS::KMS::Key", "FingerprintKey").put("KeySpec", "RSA_2048")),
                new Break(NOTHING_THAT_CAN_BE_REPLACED_HAS_A_NAME_OF_ITS_OWN, "AppointmentRequestQueue",
                        draft -> draft.properties(QUEUE, "AppointmentRequestQueue").put("QueueName", "requests")),
                new Break(NOTHING_THAT_CAN_BE_REPLACED_HAS_A_NAME_OF_ITS_OWN, "CalendarsTable",
                        draft -> calendars(draft).put("TableName", "calendars")),
                new Break(EVERY_TAG_IS_PRESENT, "CalendarsTable", draft -> replica(draft).remove("Tags")),
                new Break(EVERY_TAG_IS_PRESENT, "AppointmentRequestQueue",
                        draft -> draft.at(QUEUE, "AppointmentRequestQueue", "/Tags/0").put("Key", "clinic")),
                new Break(THERE_IS_NO_CUSTOM_RESOURCE, "Extra",
                        draft -> draft.add("Extra", "Custom::S3AutoDeleteObjects", "{}")));
    }

    private static ObjectNode calendars(Draft draft) {
        return draft.properties(TABLE, "CalendarsTable");
    }

    private static ObjectNode replica(Draft draft) {
        return draft.at(TABLE, "CalendarsTable", "/Replicas/0");
    }

    private static ObjectNode resource(Draft draft, String type, String prefix) {
        return (ObjectNode) draft.resources().path(draft.id(type, prefix));
    }

    private static void keepUnprotected(Draft draft) {
        resource(draft, TABLE, "CalendarsTable").put("DeletionPolicy", "Retain");
        replica(draft).remove("DeletionProtectionEnabled");
    }
}
