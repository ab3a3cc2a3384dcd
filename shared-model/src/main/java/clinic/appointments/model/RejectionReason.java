package clinic.appointments.model;

/**
 * A rejection reason: the rule by which the service refuses a request. The names are stable: they appear in receipts,
 * log lines, metrics and replies.
 */
public enum RejectionReason {

    /** The appointment would start in the past. */
    IN_THE_PAST,
    /** The start or end is a local time that the clocks skip on that day. */
    LOCAL_TIME_SKIPPED,
    /** The appointment would start sooner than the stage's minimum notice allows. */
    NOTICE_TOO_SHORT,
    /** The appointment would start beyond the stage's horizon. */
    BEYOND_HORIZON,
    /** The appointment would be shorter than the stage allows. */
    DURATION_TOO_SHORT,
    /** The appointment would be longer than the stage allows. */
    DURATION_TOO_LONG,
    /** The appointment would not be as long as its visit type says. */
    DURATION_MISMATCH,
    /** A resource is closed at that time. */
    OUTSIDE_OPENING_HOURS,
    /** A resource is blocked at that time. */
    RESOURCE_BLOCKED,
    /** The appointment to be moved or cancelled starts too soon, or has started. */
    CHANGE_TOO_LATE,
    /** A resource has no capacity left at that time, including its buffers. */
    SLOT_TAKEN,
    /** The patient has another appointment at that time. */
    PATIENT_BUSY,
    /** The patient is not registered, and no registration came within the retry window. */
    UNKNOWN_PATIENT,
    /** The appointment does not exist, and none came within the retry window. */
    UNKNOWN_APPOINTMENT,
    /** Another request has made an appointment with this id. */
    APPOINTMENT_EXISTS,
    /** The appointment's status does not allow the change. */
    ILLEGAL_TRANSITION,
    /** The appointment was not confirmed in time; its time is free again. */
    HOLD_EXPIRED,
    /** The appointment's hold has not ended, or it has none. */
    HOLD_NOT_EXPIRED,
    /** A confirmed appointment would get a kind of resource that is confirmed by hand. */
    CONFIRMATION_REQUIRED,
    /** A request that was sent later was carried out before; this request no longer changes anything. */
    OVERTAKEN,
    /** A calendar day of the patient or of a resource has no room for another appointment or block. */
    DAY_FULL,
    /** An appointment cannot be completed before it has started. */
    NOT_STARTED,
    /** Nobody can be checked in before the day of the appointment. */
    CHECK_IN_TOO_EARLY,
    /** The appointment's history has no room for another change. */
    TOO_MANY_CHANGES,
    /** The same request id came before with another body. */
    REQUEST_CONFLICT,
    /**
     * A pool is not defined, or the stage demands that resources are defined and one is not, and no definition came
     * within the retry window.
     */
    UNKNOWN_RESOURCE,
    /** The pools that a booking names have more members than one decision can compare. */
    TOO_MANY_CANDIDATES,
    /** A resource is retired: nobody can book it any more. */
    RESOURCE_RETIRED,
    /** The visit type is not defined, and no definition came within the retry window. */
    UNKNOWN_VISIT_TYPE,
    /** The visit type is retired: nobody can book it any more. */
    VISIT_TYPE_RETIRED,
    /** The zone of a defined resource never changes. */
    TIME_ZONE_FIXED,
    /** The resource no longer has the version that the request expects. */
    VERSION_CONFLICT,
    /** Another request has made a block with this id. */
    BLOCK_EXISTS,
    /** The block does not exist, and none came within the retry window. */
    UNKNOWN_BLOCK,
    /** An appointment is in the way of a block that must not displace any. */
    BLOCK_CONFLICT,
    /** A block that must not displace any appointment is longer than can be written at once. */
    BLOCK_TOO_LARGE,
    /** An appointment to keep is not in the way of what the request names. */
    NOT_DISPLACED,
    /** The id of the request, its appointment or its patient is a {@link SmokeId}, and a client has sent it. */
    RESERVED_ID,

    INVALID_APPOINTMENT_ID,
    INVALID_PATIENT_ID,
    INVALID_REQUEST_ID,
    INVALID_RESOURCE_IDS,
    INVALID_APPOINTMENT_DATE,
    INVALID_START_TIME,
    INVALID_END_TIME,
    INVALID_TIME_ZONE,
    INVALID_NOTES,
    INVALID_FIRST_NAME,
    INVALID_LAST_NAME,
    INVALID_EMAIL,
    INVALID_PHONE,
    INVALID_DATE_OF_BIRTH,
    INVALID_LOCALE,
    INVALID_REMINDER_PREFERENCE,
    INVALID_REMINDER,
    INVALID_ACTOR,
    INVALID_OVERRIDE,
    INVALID_OUTCOME,
    INVALID_STATE,
    INVALID_REASON,
    INVALID_INITIATED_BY,
    INVALID_RESOURCE_ID,
    INVALID_POOL_ID,
    INVALID_VISIT_TYPE_ID,
    INVALID_VISIT_TYPE,
    INVALID_DURATION,
    INVALID_MINIMUM_NOTICE,
    INVALID_HOURS,
    INVALID_CAPACITY,
    INVALID_BUFFER,
    INVALID_HOLD,
    INVALID_IF_VERSION,
    INVALID_RESOURCE_VERSION,
    INVALID_BLOCK_ID,
    INVALID_FROM,
    INVALID_TO,
    INVALID_ON_CONFLICT;

    /** Whether waiting can help: what is unknown may come with a message that is still on its way. */
    public boolean isTransient() {
        return this == UNKNOWN_PATIENT || this == UNKNOWN_APPOINTMENT || this == UNKNOWN_RESOURCE
                || this == UNKNOWN_BLOCK || this == UNKNOWN_VISIT_TYPE;
    }

    /** The reason for a field with an impossible value, named as in the message. */
    public static RejectionReason invalid(String field) {
        return valueOf("INVALID_" + field.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));
    }
}
