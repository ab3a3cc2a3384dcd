package clinic.appointments.infrastructure.monitoring;

import java.util.Locale;

/** The sections of {@code docs/runbook.md}, each with the meaning of an alarm and the actions to take. */
enum RunbookSection {

    LATE_CONFIRMATIONS,
    LATE_REMINDERS,
    API_UNAVAILABLE,
    API_ERRORS,
    SLOW_API,
    OLDEST_MESSAGE,
    BACKLOG,
    DEAD_LETTERS,
    UNDELIVERED_REMINDERS,
    MAIL_NOT_TAKEN,
    UNDELIVERABLE_LETTERS,
    BOUNCES,
    FUNCTION_ERRORS,
    FUNCTION_THROTTLES,
    SLOW_FUNCTION,
    FAILED_MESSAGES,
    TABLE_THROTTLES,
    INDEX_THROTTLES,
    TABLE_ERRORS,
    OVERDUE_REMINDERS,
    OVERDUE_HOLDS,
    OVERDUE_CONFIRMATIONS,
    SMOKE_TEST,
    UNDELIVERED_PAGES;

    /** Description of an alarm: its meaning and its section. */
    String describe(String meaning) {
        return meaning + " docs/runbook.md#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
