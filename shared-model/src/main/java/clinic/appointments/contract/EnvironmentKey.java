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
    /** Name of {@link IdempotencyTable}. */
    IDEMPOTENCY_TABLE,
    /** URL of the queue that feeds this function: a message's visibility is changed there. */
    SOURCE_QUEUE_URL,
    /** URL of the dead-letter queue of the queue that feeds this function: malformed messages are parked there. */
    DEAD_LETTER_QUEUE_URL,
    /** URL of the confirmation queue. */
    CONFIRMATION_QUEUE_URL,
    /** URL of the reminder queue. */
    REMINDER_QUEUE_URL,
    /** ARN of the reminder queue: the target of every schedule. */
    REMINDER_QUEUE_ARN,
    /** Name of the EventBridge Scheduler group that holds one schedule a reminder. */
    SCHEDULE_GROUP,
    /** ARN of the role with which Scheduler sends to the reminder queue. */
    SCHEDULE_ROLE_ARN,
    /** ARN of the queue that takes what Scheduler could not deliver. */
    SCHEDULE_DLQ_ARN,
    /** URL of the request queue. */
    REQUEST_QUEUE_URL,
    /** ARN of the request queue: the target of schedules that end a hold. */
    REQUEST_QUEUE_ARN,
    /** The rules for bookings and changes, in the form of {@code BookingTermsText}. */
    BOOKING_TERMS,
    /**
     * When an appointment is reminded of before its start, separated by commas: {@code PT24H} is a distance,
     * {@code P1D} the same wall time a day before.
     */
    REMINDER_OFFSETS,
    /** When patients are not reminded, by their own clocks, such as {@code 21:00-08:00}; or {@code NONE}. */
    QUIET_HOURS,
    /** Whether patients hear of confirmations, moves and cancellations: {@code true} or {@code false}. */
    NOTICES,
    /** Language tag of letters to a patient who has told none, such as {@code en-GB}. */
    DEFAULT_LOCALE,
    /** E-mail address that reminders come from; its identity is verified in SES. */
    REMINDER_SENDER,
    /** Name of the SES configuration set that every e-mail is sent with. */
    REMINDER_CONFIGURATION_SET,
    /** Where a patient can say that they want no letters, as a URI for {@code List-Unsubscribe}; or {@code NONE}. */
    REMINDER_UNSUBSCRIBE,
    /** IANA name of the zone of a booking that names none. */
    DEFAULT_TIME_ZONE,
    /** ARN of the HMAC key that the secrets of fingerprints are derived from. */
    FINGERPRINT_KEY,
    /** Versions of the secret, current first: {@link FingerprintVersions}. */
    FINGERPRINT_VERSIONS,
    /** Level of our own loggers: TRACE, DEBUG, INFO, WARN or ERROR. */
    LOG_LEVEL,
    /** Name of the service in logs, metrics and traces; read by Powertools. */
    POWERTOOLS_SERVICE_NAME,
    /** Namespace of the service's metrics; read by Powertools. */
    POWERTOOLS_METRICS_NAMESPACE
}
