package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

/**
 * The booking situation: the stored data on which a booking is decided, read together in one consistent read.
 *
 * @param existing the appointment that already has the wanted id
 * @param days the calendar days that the booking can claim, each once
 * @param resources those of the booking's resources that are defined
 */
public record BookingSituation(Optional<Patient> patient, Optional<Appointment> existing, List<CalendarDay> days,
        List<Resource> resources) {

    public BookingSituation {
        days = List.copyOf(days);
        resources = List.copyOf(resources);
    }

    /** The same situation on these days. */
    public BookingSituation on(List<CalendarDay> others) {
        return new BookingSituation(patient, existing, others, resources);
    }
}
