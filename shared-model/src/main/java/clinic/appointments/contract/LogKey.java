package clinic.appointments.contract;

/**
 * A log key: a field of log lines. {@link #id()} is its name in the line, which saved queries read; {@code
 * docs/logs.md} has a row for each. No value is personal data: ids are opaque.
 */
public enum LogKey {

    TIMESTAMP("timestamp"),
    LEVEL("level"),
    MESSAGE("message"),
    FUNCTION_NAME("function_name"),
    FUNCTION_VERSION("function_version"),
    FUNCTION_REQUEST_ID("function_request_id"),
    XRAY_TRACE_ID("xray_trace_id"),
    CORRELATION_ID("correlation_id"),
    ORIGIN_TRACE_ID("origin_trace_id"),
    REQUEST_ID("request_id"),
    CLIENT("client"),
    APPOINTMENT_ID("appointment_id"),
    PATIENT_ID("patient_id"),
    RESOURCE_ID("resource_id"),
    BLOCK_ID("block_id"),
    VISIT_TYPE_ID("visit_type_id"),
    MESSAGE_ID("message_id"),
    RECEIVE_COUNT("receive_count"),
    WAITED_MS("waited_ms"),
    DURATION_MS("duration_ms"),
    COMMAND("command"),
    SLOT("slot"),
    BLOCKED_BY("blocked_by"),
    SETTING("setting"),
    REMINDER("reminder"),
    REMINDER_STATE("reminder_state"),
    SES_MESSAGE_ID("ses_message_id"),
    MAIL_EVENT("mail_event"),
    OVERDUE_REMINDERS("overdue_reminders"),
    OVERDUE_HOLDS("overdue_holds"),
    OVERDUE_CONFIRMATIONS("overdue_confirmations"),
    GIVEN_UP_REQUESTS("given_up_requests"),
    OUTCOME("outcome"),
    REASON("reason"),
    ANSWER("answer"),
    ROUTE("route"),
    FAILURE("failure"),
    FAILURE_NAME("failure.name"),
    FAILURE_MESSAGE("failure.message"),
    FAILURE_STACK("failure.stack");

    private final String id;

    LogKey(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
