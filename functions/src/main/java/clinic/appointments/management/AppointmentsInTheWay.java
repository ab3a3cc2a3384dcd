package clinic.appointments.management;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.Block;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Calendars;

/** The appointments in the way of a block, found by the claims on its calendar days. */
record AppointmentsInTheWay(Calendars calendars, Appointments appointments, InstantSource clock) {

    /** The calendar days of the block, strongly consistent. */
    List<CalendarDay> daysOf(Block block) {
        return calendars.days(block.days());
    }

    /**
     * The appointments that the block displaces.
     *
     * @param days those of the block
     */
    List<Appointment> of(Block block, List<CalendarDay> days) {
        Instant now = clock.instant();
        return appointments.findAll(CalendarDay.appointmentsWithin(block.interval(), days)).stream()
                .filter(appointment -> block.displaces(appointment, now)).toList();
    }
}
