package clinic.appointments.query;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.Claim;
import clinic.appointments.model.Interval;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Page;

/** Finds appointments. Forgotten appointments are not found, even while they are still stored. */
final class FindAppointments {

    /** Greatest number of pages of candidates searched for one page of overdue appointments. */
    private static final int MAX_PAGES = 10;

    private final Appointments appointments;
    private final AppointmentSearch search;
    private final Calendars calendars;
    private final BookingTerms terms;
    private final InstantSource clock;

    FindAppointments(Appointments appointments, AppointmentSearch search, Calendars calendars, BookingTerms terms,
            InstantSource clock) {
        this.appointments = appointments;
        this.search = search;
        this.calendars = calendars;
        this.terms = terms;
        this.clock = clock;
    }

    Optional<Appointment> one(AppointmentId id) {
        return appointments.find(id).filter(isRemembered());
    }

    Page<Appointment> of(Question.AppointmentsOfPatient question) {
        return only(isRemembered(), search.ofPatient(question.patient(), question.period(), question.page()));
    }

    Page<Appointment> of(Question.AppointmentsOfStatus question) {
        return only(isRemembered(), search.ofStatus(question.status(), question.dates(), question.page()));
    }

    /** The appointments in the resource's own calendar, which is always up to date; in order of their starts. */
    Page<Appointment> of(Question.AppointmentsOfResource question) {
        Interval day = Interval.ofDay(question.date(), question.zone());
        Claim wanted = new Claim(new CalendarOwner.OfResource(question.resource()), day);
        List<AppointmentId> ids = CalendarDay.appointmentsWithin(day,
                calendars.days(CalendarId.touchedBy(List.of(wanted))));
        List<Appointment> found = appointments.findAll(ids).stream().filter(isRemembered())
                .filter(appointment -> appointment.interval().overlaps(day))
                .sorted(Comparator.comparing(Appointment::startAt)).toList();
        return new Page<>(found, Optional.empty());
    }

    /** A page of overdue appointments; it is only shorter than asked when much other work is overdue as well. */
    Page<Appointment> of(Question.Overdue question) {
        OverdueRules rules = new OverdueRules(now());
        List<Appointment> found = new ArrayList<>();
        Optional<String> cursor = question.page().cursor();
        int searched = 0;
        do {
            Page<Appointment> candidates = candidates(question.kind(),
                    new PageRequest(question.page().size() - found.size(), cursor));
            candidates.items().stream().filter(appointment -> question.kind().includes(appointment, rules))
                    .forEach(found::add);
            cursor = candidates.next();
            searched++;
        } while (cursor.isPresent() && found.size() < question.page().size() && searched < MAX_PAGES);
        return new Page<>(found, cursor);
    }

    private Page<Appointment> candidates(OverdueKind kind, PageRequest page) {
        return kind.isWork()
                ? search.overdue(now(), page)
                : search.ofStatus(kind.status(), kind.dates(terms, now()), page);
    }

    private Predicate<Appointment> isRemembered() {
        Instant now = now();
        return appointment -> !appointment.isForgotten(now);
    }

    private static Page<Appointment> only(Predicate<Appointment> wanted, Page<Appointment> page) {
        return new Page<>(page.items().stream().filter(wanted).toList(), page.next());
    }

    private Instant now() {
        return clock.instant();
    }
}
