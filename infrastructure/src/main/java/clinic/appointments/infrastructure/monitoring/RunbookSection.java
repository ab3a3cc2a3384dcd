package clinic.appointments.infrastructure.monitoring;

import java.util.Locale;

/** The sections of {@code docs/runbook.md}: what an alarm means and what to do about it. */
enum RunbookSection {

    API_ERRORS,
    SLOW_API,
    API_REFUSALS,
    OLDEST_MESSAGE,
    BACKLOG,
    DEAD_LETTERS,
    UNDELIVERED_REMINDERS,
    MAIL_NOT_TAKEN,
    UNDELIVERABLE_LETTERS,
    FUNCTION_ERRORS,
    FUNCTION_THROTTLES,
    SLOW_FUNCTION,
    FAILED_MESSAGES,
    TABLE_THROTTLES,
    INDEX_THROTTLES,
    TABLE_ERRORS,
    UNUSUAL_REJECTIONS,
    OVERDUE_REMINDERS,
    OVERDUE_HOLDS,
    OVERDUE_CONFIRMATIONS,
    UNDELIVERED_PAGES,
    PAGE;

    /** Description of an alarm: what it means, and where to read on. */
    String describe(String meaning) {
        return meaning + " docs/runbook.md#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
