package clinic.appointments.query;

import java.time.Instant;
import java.time.InstantSource;
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
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.Interval;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Page;

/** Finds appointments and free slots. Forgotten appointments are not found, even while they are still stored. */
final class FindAppointments {

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
        List<AppointmentId> ids = calendars.days(CalendarId.touchedBy(List.of(wanted))).stream()
                .flatMap(found -> found.busy().stream()).filter(busy -> busy.interval().overlaps(day))
                .map(CalendarDay.Busy::appointmentId).distinct().toList();
        List<Appointment> found = appointments.findAll(ids).stream().filter(isRemembered())
                .filter(appointment -> appointment.interval().overlaps(day))
                .sorted(Comparator.comparing(Appointment::startAt)).toList();
        return new Page<>(found, Optional.empty());
    }

    /** The overdue appointments of one page of candidates: a page may be empty and still have a next page. */
    Page<Appointment> of(Question.Overdue question) {
        OverdueRules overdue = new OverdueRules(now());
        return only(appointment -> question.kind().includes(appointment, overdue),
                search.ofStatus(question.kind().status(), terms.datesToReconcile(now()), question.page()));
    }

    List<TimeSlot> freeSlots(Question.FreeSlotsOfResource question) {
        FreeSlots slots = new FreeSlots(question.resource(), terms, now());
        return slots.among(calendars.days(slots.days(question.wanted())), question.wanted());
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
