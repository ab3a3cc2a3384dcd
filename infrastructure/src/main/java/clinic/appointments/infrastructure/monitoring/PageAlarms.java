package clinic.appointments.infrastructure.monitoring;

import software.constructs.Construct;

/** The alarm on pages that SNS could not deliver. */
final class PageAlarms extends AlarmGroup {

    PageAlarms(Construct scope, String id, AlarmBook book, Pages pages) {
        super(scope, id, book);
        addDeadLetterAlarm("Undelivered", pages.undelivered(),
                RunbookSection.UNDELIVERED_PAGES.describe(this, "A page could not be delivered."));
    }
}
