package clinic.appointments.infrastructure.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import software.amazon.awscdk.services.logs.QueryString;

import static clinic.appointments.contract.LogKey.APPOINTMENT_ID;
import static clinic.appointments.contract.LogKey.BLOCKED_BY;
import static clinic.appointments.contract.LogKey.CLIENT;
import static clinic.appointments.contract.LogKey.COMMAND;
import static clinic.appointments.contract.LogKey.CORRELATION_ID;
import static clinic.appointments.contract.LogKey.DURATION_MS;
import static clinic.appointments.contract.LogKey.FAILURE_MESSAGE;
import static clinic.appointments.contract.LogKey.FAILURE_NAME;
import static clinic.appointments.contract.LogKey.FUNCTION_NAME;
import static clinic.appointments.contract.LogKey.FUNCTION_REQUEST_ID;
import static clinic.appointments.contract.LogKey.FUNCTION_VERSION;
import static clinic.appointments.contract.LogKey.GIVEN_UP_REQUESTS;
import static clinic.appointments.contract.LogKey.LEVEL;
import static clinic.appointments.contract.LogKey.MAIL_EVENT;
import static clinic.appointments.contract.LogKey.MESSAGE;
import static clinic.appointments.contract.LogKey.MESSAGE_ID;
import static clinic.appointments.contract.LogKey.OUTCOME;
import static clinic.appointments.contract.LogKey.OVERDUE_CONFIRMATIONS;
import static clinic.appointments.contract.LogKey.OVERDUE_HOLDS;
import static clinic.appointments.contract.LogKey.OVERDUE_REMINDERS;
import static clinic.appointments.contract.LogKey.PATIENT_ID;
import static clinic.appointments.contract.LogKey.REASON;
import static clinic.appointments.contract.LogKey.RECEIVE_COUNT;
import static clinic.appointments.contract.LogKey.REMINDER;
import static clinic.appointments.contract.LogKey.REQUEST_ID;
import static clinic.appointments.contract.LogKey.ROUTE;
import static clinic.appointments.contract.LogKey.SES_MESSAGE_ID;
import static clinic.appointments.contract.LogKey.SETTING;
import static clinic.appointments.contract.LogKey.SLOT;
import static clinic.appointments.contract.LogKey.WAITED_MS;
import static clinic.appointments.contract.LogKey.XRAY_TRACE_ID;

/** The saved queries: the questions of the runbook. Their fields are keys of log lines, and fields that AWS adds. */
final class SavedQueries {

    /** What a story tells of each line. */
    private static final LogKey[] STORY = {FUNCTION_NAME, MESSAGE, REASON, COMMAND, REMINDER, SLOT, BLOCKED_BY, SETTING,
            RECEIVE_COUNT, WAITED_MS, DURATION_MS, APPOINTMENT_ID, REQUEST_ID, CORRELATION_ID, XRAY_TRACE_ID};

    private SavedQueries() {
    }

    static List<SavedQuery> all() {
        return Stream.of(stories(), outcomes(), speed()).flatMap(List::stream).toList();
    }

    private static List<SavedQuery> stories() {
        return List.of(story("an appointment", APPOINTMENT_ID), story("a request", REQUEST_ID),
                story("a correlation id", CORRELATION_ID),
                SavedQuery.ofFunctions("Story of a patient",
                        fields(FUNCTION_NAME, MESSAGE, OUTCOME, REASON, COMMAND, SLOT,
                                BLOCKED_BY, APPOINTMENT_ID, REQUEST_ID, CLIENT, ROUTE, CORRELATION_ID)
                                .filterStatements(List.of("patient_id = 'PATIENT'")).sort("@timestamp asc")
                                .limit(1000)),
                accesses());
    }

    private static SavedQuery story(String of, LogKey id) {
        return SavedQuery.ofFunctions("Story of " + of, fields(STORY)
                .filterStatements(List.of(id.id() + " = '" + id.name().replace("_ID", "") + "'")).sort("@timestamp asc")
                .limit(1000));
    }

    private static SavedQuery accesses() {
        return new SavedQuery("Accesses", SavedQuery.Source.ACCESSES, QueryString.Builder.create()
                .fields(List.of("@timestamp", "httpMethod", "resourcePath", "status", "error_responseType",
                        "integration_status", "responseLatency", "integration_latency", "identity_userArn", "requestId",
                        "xrayTraceId"))
                .sort("@timestamp desc").limit(1000).build());
    }

    private static List<SavedQuery> outcomes() {
        return List.of(
                SavedQuery.ofFunctions("Sent letters",
                        fields(APPOINTMENT_ID, REMINDER, PATIENT_ID, SES_MESSAGE_ID, RECEIVE_COUNT, CORRELATION_ID)
                                .filterStatements(List.of(is(LogEvent.REMINDER_SENT))).sort("@timestamp desc")
                                .limit(1000)),
                SavedQuery.ofFunctions("Rejections by reason", QueryString.Builder.create()
                        .filterStatements(List.of(is(LogEvent.REQUEST_REJECTED)))
                        .statsStatements(
                                List.of("count(*) as rejections, latest(%s) as example by %s, %s, bin(1h) as hour"
                                        .formatted(CORRELATION_ID.id(), REASON.id(), COMMAND.id())))
                        .sort("hour desc")),
                SavedQuery.ofFunctions("Dead letters",
                        fields(FUNCTION_NAME, MESSAGE, REASON, RECEIVE_COUNT, REQUEST_ID, MESSAGE_ID, CORRELATION_ID)
                                .filterStatements(List.of(isOneOf(LogEvent.MESSAGE_DEAD_LETTERED,
                                        LogEvent.MESSAGE_GIVEN_UP, LogEvent.MESSAGE_GIVEN_UP_UNDECIDED)))
                                .sort("@timestamp desc").limit(200)),
                failures(),
                SavedQuery.ofFunctions("Overdue reminders",
                        fields(OVERDUE_REMINDERS, OVERDUE_HOLDS, OVERDUE_CONFIRMATIONS, GIVEN_UP_REQUESTS,
                                DURATION_MS, CORRELATION_ID)
                                .filterStatements(List.of(is(LogEvent.RECONCILIATION_FINISHED)))
                                .sort("@timestamp desc").limit(200)),
                SavedQuery.ofFunctions("Mail events", QueryString.Builder.create()
                        .filterStatements(List.of("ispresent(%s)".formatted(MAIL_EVENT.id())))
                        .statsStatements(List.of("count(*) as events, latest(%s) as example by %s, %s, bin(1h) as hour"
                                .formatted(APPOINTMENT_ID.id(), MAIL_EVENT.id(), REASON.id())))
                        .sort("hour desc")));
    }

    /** Of messages and queries, and of whole invocations, whose lines Lambda writes. */
    private static SavedQuery failures() {
        return SavedQuery.ofFunctions("Failures by reason", QueryString.Builder.create()
                .fields(List.of("coalesce(%s, record.errorType, record.status) as why".formatted(REASON.id()),
                        "coalesce(%s, @log) as place".formatted(FUNCTION_NAME.id()),
                        "coalesce(%s, record.requestId) as id".formatted(FUNCTION_REQUEST_ID.id())))
                .filterStatements(List.of("%s in ['ERROR', 'WARN'] or record.status in ['timeout', 'error', 'failure']"
                        .formatted(LEVEL.id())))
                .statsStatements(
                        List.of("count(*) as failures, earliest(@timestamp) as since, latest(@timestamp) as last, "
                                + "latest(%s) as error, latest(%s) as words, latest(%s) as example, "
                                        .formatted(FAILURE_NAME.id(), FAILURE_MESSAGE.id(), CORRELATION_ID.id())
                                + "latest(id) as invocation by "
                                + "why, place, " + FUNCTION_VERSION.id()))
                .sort("failures desc"));
    }

    private static List<SavedQuery> speed() {
        return List.of(
                SavedQuery.ofFunctions("Slowest messages",
                        fields(DURATION_MS, WAITED_MS, FUNCTION_NAME, MESSAGE, REASON, RECEIVE_COUNT, CORRELATION_ID,
                                XRAY_TRACE_ID)
                                .filterStatements(List.of("ispresent(%s)".formatted(DURATION_MS.id())))
                                .sort(DURATION_MS.id() + " desc").limit(50)),
                SavedQuery.ofFunctions("Slowest invocations", QueryString.Builder.create()
                        .fields(List.of("@timestamp", "@log", "record.requestId as function_request_id",
                                "record.metrics.durationMs as duration", "record.metrics.maxMemoryUsedMB as memory"))
                        .filterStatements(List.of("type = 'platform.report'")).sort("duration desc").limit(50)),
                SavedQuery.ofFunctions("Cold and restored starts", QueryString.Builder.create()
                        .filterStatements(List.of("type = 'platform.report'",
                                "ispresent(record.metrics.initDurationMs) "
                                        + "or ispresent(record.metrics.restoreDurationMs)"))
                        .statsStatements(List.of("count(record.metrics.initDurationMs) as cold, "
                                + "pct(record.metrics.initDurationMs, 99) as coldP99, "
                                + "count(record.metrics.restoreDurationMs) as restored, "
                                + "pct(record.metrics.restoreDurationMs, 99) as restoredP99 by @log, bin(1h)"))));
    }

    private static QueryString.Builder fields(LogKey... keys) {
        return QueryString.Builder.create()
                .fields(Stream.concat(Stream.of("@timestamp"), Arrays.stream(keys).map(LogKey::id)).toList());
    }

    private static String is(LogEvent event) {
        return "%s = '%s'".formatted(MESSAGE.id(), event.text());
    }

    private static String isOneOf(LogEvent... events) {
        return "%s in [%s]".formatted(MESSAGE.id(),
                Arrays.stream(events).map(event -> "'" + event.text() + "'").collect(Collectors.joining(", ")));
    }
}
