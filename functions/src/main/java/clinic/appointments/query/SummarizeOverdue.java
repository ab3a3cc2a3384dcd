package clinic.appointments.query;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.message.Overdue;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Page;
import clinic.appointments.port.UnresolvedRequests;

/** Counts overdue work and unresolved requests, each in its sparse index: next to nothing when all is well. */
record SummarizeOverdue(AppointmentSearch search, UnresolvedRequests requests, InstantSource clock) {

    /** Of a hundred appointments each. */
    private static final int MAX_PAGES = 10;

    OverdueSummary summarize() {
        OverdueRules rules = new OverdueRules(clock.instant());
        Overdue late = Overdue.NOTHING;
        Optional<PageRequest> wanted = Optional.of(PageRequest.first());
        for (int pages = 0; wanted.isPresent() && pages < MAX_PAGES; pages++) {
            Page<Appointment> page = search.overdue(rules.now(), wanted.get());
            late = page.items().stream().map(appointment -> lateOf(appointment, rules)).reduce(late, Overdue::plus);
            wanted = page.next().map(PageRequest.first()::after);
        }
        UnresolvedRequests.Counts counts = requests.count(rules.now());
        return new OverdueSummary(late, counts, wanted.isEmpty() && counts.isComplete());
    }

    private static Overdue lateOf(Appointment appointment, OverdueRules rules) {
        return new Overdue(rules.overdueReminders(appointment).size(), rules.isHoldOverdue(appointment) ? 1 : 0,
                rules.isConfirmationOverdue(appointment) ? 1 : 0);
    }
}
