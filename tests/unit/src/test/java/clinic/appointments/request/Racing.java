package clinic.appointments.request;

import java.util.List;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;

/** Lets a rival book between the first look and the first write. */
final class Racing implements Bookings {

    private final Bookings real;
    private Runnable rival;

    Racing(Bookings real, Runnable rival) {
        this.real = real;
        this.rival = rival;
    }

    @Override
    public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days) {
        return real.situationOf(appointment, patient, days);
    }

    @Override
    public BookingSituation situationOf(Appointment existing, List<CalendarId> days) {
        return real.situationOf(existing, days);
    }

    @Override
    public WriteResult save(Decision.Granted booked, Receipts.Settlement settlement) {
        Runnable first = rival;
        rival = () -> {};
        first.run();
        return real.save(booked, settlement);
    }
}
