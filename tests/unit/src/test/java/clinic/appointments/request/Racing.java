package clinic.appointments.request;

import clinic.appointments.fixture.ForwardingBookings;
import clinic.appointments.model.Decision;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;

/** Lets a rival book between the first look and the first write. */
final class Racing implements ForwardingBookings {

    private final Bookings real;
    private Runnable rival;

    Racing(Bookings real, Runnable rival) {
        this.real = real;
        this.rival = rival;
    }

    @Override
    public Bookings real() {
        return real;
    }

    @Override
    public WriteResult save(Decision.Granted booked, Receipts.Settlement settlement) {
        Runnable first = rival;
        rival = () -> {};
        first.run();
        return real.save(booked, settlement);
    }
}
