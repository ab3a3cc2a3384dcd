package clinic.appointments.port;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.PatientId;

/** Lists of appointments, eventually consistent: what was written a moment ago may be missing. */
public interface AppointmentSearch {

    /**
     * A patient's appointments that start in the period, by their start.
     *
     * @throws BadCursorException when the page has a cursor that is none, or one outside of the period
     */
    Page<Appointment> ofPatient(PatientId patient, Period period, PageRequest page);

    /**
     * The appointments of a status on local dates, by date and then by their start.
     *
     * @throws BadCursorException when the page has a cursor that is none, or one outside of the dates
     */
    Page<Appointment> ofStatus(AppointmentStatus status, DateRange dates, PageRequest page);

    /**
     * A stretch of time.
     *
     * @param from inclusive; empty for the beginning of time
     * @param to exclusive; empty for its end
     */
    record Period(Optional<Instant> from, Optional<Instant> to) {

        public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

        public boolean contains(Instant moment) {
            return from.stream().noneMatch(moment::isBefore) && to.stream().allMatch(moment::isBefore);
        }
    }

    /**
     * Which part of a list. A page can be shorter, or even empty, and have a next one all the same.
     *
     * @param size at most so many, from 1 to 100
     * @param cursor where the last page ended
     */
    record PageRequest(int size, Optional<String> cursor) {

        /** BatchGetItem reads at most 100 items (DynamoDB API Reference, BatchGetItem). */
        public static final int MAX_SIZE = 100;

        public static PageRequest first() {
            return new PageRequest(MAX_SIZE, Optional.empty());
        }

        /** The next part, after a page that has a cursor. */
        public PageRequest after(String next) {
            return new PageRequest(size, Optional.of(next));
        }
    }
}
