package clinic.appointments.port;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.PatientId;

/**
 * The appointment search: lists of appointments by patient, by status or by overdue work. Eventually consistent: the
 * latest writes may be missing.
 */
public interface AppointmentSearch {

    /**
     * The appointments of a patient that start in the period, in order of their starts.
     *
     * @throws BadCursorException when the page's cursor is not valid, or lies outside of the period
     */
    Page<Appointment> ofPatient(PatientId patient, Period period, PageRequest page);

    /**
     * The appointments with a status on local dates, in order of date and start.
     *
     * @throws BadCursorException when the page's cursor is not valid, or lies outside of the dates
     */
    Page<Appointment> ofStatus(AppointmentStatus status, DateRange dates, PageRequest page);

    /**
     * The appointments with work that is overdue, in order of the quarter of an hour in which it became so.
     *
     * @throws BadCursorException when the page's cursor is not valid
     */
    Page<Appointment> overdue(Instant now, PageRequest page);

    /**
     * A period: a stretch of time that may be open at either end.
     *
     * @param from inclusive; empty for no lower bound
     * @param to exclusive; empty for no upper bound
     */
    record Period(Optional<Instant> from, Optional<Instant> to) {

        public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

        public boolean contains(Instant moment) {
            return from.stream().noneMatch(moment::isBefore) && to.stream().allMatch(moment::isBefore);
        }
    }

    /**
     * A page request: the part of a list that a caller wants. A page can be shorter or even empty and still have a next
     * page.
     *
     * @param size greatest number of items, from 1 to 100
     * @param cursor end of the last page
     */
    record PageRequest(int size, Optional<String> cursor) {

        /** BatchGetItem reads at most 100 items (DynamoDB API Reference, BatchGetItem). */
        public static final int MAX_SIZE = 100;

        public static PageRequest first() {
            return new PageRequest(MAX_SIZE, Optional.empty());
        }

        /** The request for the next page. */
        public PageRequest after(String next) {
            return new PageRequest(size, Optional.of(next));
        }
    }
}
