package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/**
 * What there is at the moment of a decision, all of it read at one go.
 *
 * @param existing the appointment that has the wanted id already
 * @param days the calendar days that the booking would claim, each once
 */
public record BookingSituation(Optional<Patient> patient, Optional<Appointment> existing, List<CalendarDay> days) {

    public BookingSituation {
        days = List.copyOf(days);
    }
}
