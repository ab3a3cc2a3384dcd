package clinic.appointments.infrastructure.monitoring;

import java.util.Locale;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The sections of {@code docs/runbook.md}, each with the meaning of an alarm and the actions to take. */
enum RunbookSection {

    LATE_CONFIRMATIONS("Slowest messages"),
    LATE_REMINDERS("Overdue reminders"),
    API_UNAVAILABLE("Accesses"),
    API_ERRORS("Accesses"),
    SLOW_API("Slowest invocations"),
    OLDEST_MESSAGE("Failures by reason"),
    BACKLOG("Rejections by reason"),
    DEAD_LETTERS("Dead letters"),
    UNDELIVERED_REMINDERS(""),
    MAIL_NOT_TAKEN("Failures by reason"),
    UNDELIVERABLE_LETTERS("Sent letters"),
    BOUNCES("Mail events"),
    FUNCTION_ERRORS("Failures by reason"),
    FUNCTION_THROTTLES(""),
    SLOW_FUNCTION("Slowest invocations"),
    FAILED_MESSAGES("Failures by reason"),
    TABLE_THROTTLES(""),
    INDEX_THROTTLES(""),
    TABLE_ERRORS(""),
    OVERDUE_REMINDERS("Overdue reminders"),
    OVERDUE_HOLDS("Overdue reminders"),
    OVERDUE_CONFIRMATIONS("Overdue reminders"),
    SMOKE_TEST("Story of a correlation id"),
    UNDELIVERED_PAGES("");

    private final String query;

    /** @param query title of the saved query to begin with; empty where logs do not help */
    RunbookSection(String query) {
        this.query = query;
    }

    /** Description of an alarm: its meaning, the saved query to begin with, and its section. */
    String describe(Construct alarms, String meaning) {
        return meaning + (query.isEmpty() ? "" : " " + where(alarms)) + " docs/runbook.md#"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String where(Construct alarms) {
        String region = Stack.of(alarms).getRegion();
        return "Query %s at https://%s.console.aws.amazon.com/cloudwatch/home?region=%s#logsV2:logs-insights ."
                .formatted(QueryFolder.name(alarms, query), region, region);
    }
}
