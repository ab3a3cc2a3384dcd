package clinic.appointments.request;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.CalendarOwner;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Page;

/**
 * All appointments of a patient: from the index, which lags behind by moments, and from the patient's calendar from now
 * to the horizon. An appointment in both comes twice.
 */
record PatientAppointments(AppointmentSearch search, Calendars calendars, Appointments appointments,
        BookingTerms terms) {

    Stream<Appointment> all(PatientId patient, Instant now) {
        return Stream.concat(
                Page.walk(request -> search.ofPatient(patient, AppointmentSearch.Period.ALWAYS, request)),
                appointments.findAll(inCalendar(patient, now)).stream());
    }

    private List<AppointmentId> inCalendar(PatientId patient, Instant now) {
        CalendarOwner owner = new CalendarOwner.OfPatient(patient);
        List<CalendarId> days = terms.datesAhead(now).each().map(date -> new CalendarId(owner, date)).toList();
        return calendars.days(days).stream().map(CalendarDay::busy).flatMap(List::stream)
                .map(busy -> busy.appointmentId()).distinct().toList();
    }
}
