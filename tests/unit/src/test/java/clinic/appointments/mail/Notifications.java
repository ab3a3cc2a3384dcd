package clinic.appointments.mail;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationType;

/** Letters to write, about an appointment with notes that no letter may repeat. */
final class Notifications {

    static final String SENDER = "reminders@appointments.example";
    static final String NOTES = "Testnotes about <a test>";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Notifications() {
    }

    static Notification of(NotificationType type, Locale locale) {
        return of(type, appointment(slot("2026-03-17", "15:00", "15:30")), locale);
    }

    static Notification of(NotificationType type, Appointment appointment, Locale locale) {
        return new Notification(type, appointment, "ada@example.org", 1, locale, Optional.empty(), "c");
    }

    static Notification inZone(ZoneId patientZone, TimeSlot slot) {
        return new Notification(NotificationType.REMINDER, appointment(slot), "ada@example.org", 1, Locale.UK,
                Optional.of(patientZone), "c");
    }

    static Appointment appointment(TimeSlot slot) {
        Booking booking = new Booking(new AppointmentId("appointment-1"), Given.ADA, List.of(Given.DR_GREY), slot,
                Optional.of(NOTES));
        return Given.confirmed(booking);
    }

    static Appointment moved(Appointment appointment, TimeSlot slot) {
        return appointment.rescheduled(provenance(), appointment.booking().movedTo(slot, List.of()),
                Given.TERMS, Given.DAY_AND_TWO_HOURS, BERLIN);
    }

    static Appointment cancelled(Appointment appointment) {
        return appointment.cancelled(provenance(), Optional.empty(), Given.TERMS, Given.DAY_AND_TWO_HOURS);
    }

    static TimeSlot slot(String date, String start, String end) {
        return TimeSlot.of(LocalDate.parse(date), LocalTime.parse(start), LocalTime.parse(end), BERLIN);
    }

    private static Provenance provenance() {
        return Given.provenance(Given.requestOf(appointment(slot("2026-03-17", "15:00", "15:30")).booking()));
    }
}
