package clinic.appointments.contract;

/**
 * Every environment variable that the infrastructure sets and a function reads; {@link #name()} is the variable's name.
 * Queue addresses are URLs, targets and roles are ARNs.
 */
public enum EnvironmentKey {

    /** Name of {@link AppointmentsTable}. */
    APPOINTMENTS_TABLE,
    /** Name of {@link CalendarsTable}. */
    CALENDARS_TABLE,
    /** Name of {@link PatientsTable}. */
    PATIENTS_TABLE,
    /** Name of {@link ResourcesTable}. */
    RESOURCES_TABLE,
    /** Name of {@link IdempotencyTable}. */
    IDEMPOTENCY_TABLE,
    /** Number of partitions of the indexes of overdue work and of unresolved requests, each from 1. */
    OVERDUE_SHARDS,
    /** Number of partitions of each date in the index by status, from 1. */
    STATUS_SHARDS,
    /** URL of the queue that feeds this function; the visibility of a message is changed there. */
    SOURCE_QUEUE_URL,
    /** URL of the dead-letter queue of the queue that feeds this function; malformed messages are parked there. */
    DEAD_LETTER_QUEUE_URL,
    /** URL of the confirmation queue. */
    CONFIRMATION_QUEUE_URL,
    /** URL of the reminder queue. */
    REMINDER_QUEUE_URL,
    /** ARN of the reminder queue: the target of every schedule. */
    REMINDER_QUEUE_ARN,
    /** Name of the EventBridge Scheduler group with one schedule per reminder. */
    SCHEDULE_GROUP,
    /** ARN of the role that Scheduler assumes to send to the reminder queue. */
    SCHEDULE_ROLE_ARN,
    /** ARN of the queue for messages that Scheduler could not deliver. */
    SCHEDULE_DLQ_ARN,
    /** URL of the request queue. */
    REQUEST_QUEUE_URL,
    /** ARN of the request queue: the target of the schedules that end a hold. */
    REQUEST_QUEUE_ARN,
    /** The rules for bookings and changes, in the text form of {@code BookingTermsText}. */
    BOOKING_TERMS,
    /**
     * Times of the reminders before the start of an appointment, separated by commas: {@code PT24H} is an exact
     * duration, {@code P1D} the same wall-clock time a day before.
     */
    REMINDER_OFFSETS,
    /** Hours without reminders, on the patient's own clock, such as {@code 21:00-08:00}; or {@code NONE}. */
    QUIET_HOURS,
    /** Whether patients are notified of confirmations, moves and cancellations: {@code true} or {@code false}. */
    NOTICES,
    /** Language tag of notifications to patients without a language of their own, such as {@code en-GB}. */
    DEFAULT_LOCALE,
    /** Sender address of the reminders; its identity is verified in SES. */
    REMINDER_SENDER,
    /** Name of the SES configuration set for every e-mail. */
    REMINDER_CONFIGURATION_SET,
    /** URI at which patients unsubscribe, for {@code List-Unsubscribe}; or {@code NONE}. */
    REMINDER_UNSUBSCRIBE,
    /** IANA name of the time zone of bookings that name no zone. */
    DEFAULT_TIME_ZONE,
    /** Unique id of the role with which the API sends to the queues: SQS reports it as the sender of a message. */
    API_ROLE_ID,
    /** Account and role of the smoke test, the only client that may use smoke ids; or {@code NONE}. */
    SMOKE_CLIENT,
    /** URL of the HTTP API, which ends with a slash. */
    API_URL,
    /** ARN of the HMAC key from which the secrets of fingerprints are derived. */
    FINGERPRINT_KEY,
    /** Versions of the fingerprint secret, current first: {@link FingerprintVersions}. */
    FINGERPRINT_VERSIONS,
    /** Level of the service's own loggers: TRACE, DEBUG, INFO, WARN or ERROR. */
    LOG_LEVEL,
    /** Name of the service in logs, metrics and traces; read by Powertools. */
    POWERTOOLS_SERVICE_NAME,
    /** Namespace of the service's metrics; read by Powertools. */
    POWERTOOLS_METRICS_NAMESPACE
}
