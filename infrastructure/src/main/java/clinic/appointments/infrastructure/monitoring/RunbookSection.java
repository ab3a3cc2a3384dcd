package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The sections of {@code docs/runbook.md}, each with the meaning of an alarm and the actions to take. */
enum RunbookSection {

    LATE_CONFIRMATIONS("Slowest messages"),
    LATE_REMINDERS("Overdue reminders"),
    API_UNAVAILABLE("Accesses"),
    API_ERRORS("Accesses"),
    SLOW_API("Slowest invocations"),
    OLDEST_MESSAGE("Failures by reason", InsightRule.AFFECTED_APPOINTMENTS, InsightRule.AFFECTED_REQUESTS),
    BACKLOG("Rejections by reason"),
    DEAD_LETTERS("Dead letters", InsightRule.AFFECTED_APPOINTMENTS, InsightRule.AFFECTED_REQUESTS),
    UNDELIVERED_REMINDERS(""),
    MAIL_NOT_TAKEN("Failures by reason", InsightRule.AFFECTED_APPOINTMENTS),
    UNDELIVERABLE_LETTERS("Sent letters", InsightRule.UNREACHED_PATIENTS),
    BOUNCES("Mail events", InsightRule.UNREACHED_PATIENTS),
    FUNCTION_ERRORS("Failures by reason"),
    FUNCTION_THROTTLES(""),
    SLOW_FUNCTION("Slowest invocations"),
    FAILED_MESSAGES("Failures by reason", InsightRule.AFFECTED_APPOINTMENTS, InsightRule.AFFECTED_REQUESTS),
    TABLE_THROTTLES(""),
    INDEX_THROTTLES(""),
    TABLE_ERRORS(""),
    OVERDUE_REMINDERS("Overdue reminders"),
    OVERDUE_HOLDS("Overdue reminders"),
    OVERDUE_CONFIRMATIONS("Overdue reminders"),
    SMOKE_TEST("Story of a correlation id"),
    UNDELIVERED_PAGES("");

    private final String query;
    private final List<InsightRule> affected;

    /**
     * @param query title of the saved query to begin with; empty where logs do not help
     * @param affected rules that list the ids of whom the alarm is about
     */
    RunbookSection(String query, InsightRule... affected) {
        this.query = query;
        this.affected = List.of(affected);
    }

    /** Description of an alarm: its meaning, the saved query to begin with, the rules with ids, and its section. */
    String describe(Construct alarms, String meaning) {
        return meaning + (query.isEmpty() ? "" : " " + where(alarms)) + ids(alarms) + " docs/runbook.md#"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String ids(Construct alarms) {
        return affected.isEmpty()
                ? ""
                : affected.stream().map(rule -> rule.name(alarms)).collect(Collectors.joining(", ", " Ids: Contributor "
                        + "Insights rule ", "."));
    }

    private String where(Construct alarms) {
        String region = Stack.of(alarms).getRegion();
        return "Query %s at https://%s.console.aws.amazon.com/cloudwatch/home?region=%s#logsV2:logs-insights ."
                .formatted(QueryFolder.name(alarms, query), region, region);
    }
}
