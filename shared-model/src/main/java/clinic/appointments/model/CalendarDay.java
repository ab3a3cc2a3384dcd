package clinic.appointments.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The busy intervals of a patient or a resource on a UTC date; whoever changes one changes the whole day, at the
 * version he has seen.
 *
 * @param version how often the day was written; 0 when it never was
 */
public record CalendarDay(CalendarId id, List<Busy> busy, long version) {

    /**
     * A claim takes up to 60 bytes of an item of at most 400 KB (Amazon DynamoDB Developer Guide, "Quotas"): two
     * numbers and an id of 36 characters.
     */
    public static final int MAX_CLAIMS = 5000;

    /** An interval and the appointment that claims it; it may reach into neighbouring days. */
    public record Busy(Interval interval, AppointmentId appointmentId) {
    }

    public CalendarDay {
        busy = List.copyOf(busy);
    }

    public static CalendarDay empty(CalendarId id) {
        return new CalendarDay(id, List.of(), 0);
    }

    /** How many claims there are at most at one and the same instant of the interval. */
    public long mostAtOnce(Interval wanted) {
        return Occupancy.of(busy.stream().map(Busy::interval).filter(wanted::overlaps).toList()).mostIn(wanted);
    }

    /** Whether no further claim can be written down. */
    boolean isFull() {
        return busy.size() >= MAX_CLAIMS;
    }

    /** The day without the appointment's claims; a step towards what is written, at the same version. */
    public CalendarDay without(AppointmentId appointmentId) {
        return new CalendarDay(id, busy.stream().filter(taken -> !taken.appointmentId().equals(appointmentId)).toList(),
                version);
    }

    /** The day with one more claim, as it is to be written: at this day's version, to become the next. */
    public CalendarDay claimed(Interval interval, AppointmentId appointmentId) {
        List<Busy> longer = new ArrayList<>(busy);
        longer.add(new Busy(interval, appointmentId));
        return new CalendarDay(id, longer, version + 1);
    }

    /** The day without the appointment's claims, as it is to be written: at this day's version, to become the next. */
    public CalendarDay released(AppointmentId appointmentId) {
        return new CalendarDay(id, without(appointmentId).busy(), version + 1);
    }
}
