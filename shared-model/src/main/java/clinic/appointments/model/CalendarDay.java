package clinic.appointments.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A calendar day: the busy intervals of a patient or a resource on a UTC date. A change replaces the whole day, on
 * condition that the stored version is the version read.
 *
 * @param version number of times the day was written; 0 for a day never written
 */
public record CalendarDay(CalendarId id, List<Busy> busy, long version) {

    /**
     * A claim takes up to 60 bytes (two numbers and an id of 36 characters) of an item of at most 400 KB (Amazon
     * DynamoDB Developer Guide, "Quotas").
     */
    public static final int MAX_CLAIMS = 5000;

    /** A busy interval and the appointment that claims it; it may reach into neighbouring days. */
    public record Busy(Interval interval, AppointmentId appointmentId) {
    }

    public CalendarDay {
        busy = List.copyOf(busy);
    }

    public static CalendarDay empty(CalendarId id) {
        return new CalendarDay(id, List.of(), 0);
    }

    /** The greatest number of simultaneous claims within the interval. */
    public long mostAtOnce(Interval wanted) {
        return Occupancy.of(busy.stream().map(Busy::interval).filter(wanted::overlaps).toList()).mostIn(wanted);
    }

    /** Whether the day has no room for another claim. */
    boolean isFull() {
        return busy.size() >= MAX_CLAIMS;
    }

    boolean isClaimedBy(AppointmentId appointmentId) {
        return busy.stream().map(Busy::appointmentId).anyMatch(appointmentId::equals);
    }

    /** The day without the appointment's claims, as an intermediate step: the version stays the same. */
    public CalendarDay without(AppointmentId appointmentId) {
        return new CalendarDay(id, busy.stream().filter(taken -> !taken.appointmentId().equals(appointmentId)).toList(),
                version);
    }

    /** The day with one more claim, ready to be written: the write expects this day's version and increments it. */
    public CalendarDay claimed(Interval interval, AppointmentId appointmentId) {
        List<Busy> longer = new ArrayList<>(busy);
        longer.add(new Busy(interval, appointmentId));
        return new CalendarDay(id, longer, version + 1);
    }

    /**
     * The day without the appointment's claims, ready to be written: the write expects this day's version and
     * increments it.
     */
    public CalendarDay released(AppointmentId appointmentId) {
        return new CalendarDay(id, without(appointmentId).busy(), version + 1);
    }
}
