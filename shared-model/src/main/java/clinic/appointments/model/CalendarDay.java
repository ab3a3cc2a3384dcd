package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar day: the busy intervals of a patient or a resource on a UTC date, and the blocks of the resource. A change
 * of the busy intervals replaces them all, on condition that the stored version is the version read.
 *
 * @param version number of times the day was written; 0 for a day never written
 */
public record CalendarDay(CalendarId id, List<Busy> busy, List<Blocked> blocks, long version) {

    /**
     * A claim takes up to 60 bytes (two numbers and an id of 36 characters) of an item of at most 400 KB (Amazon
     * DynamoDB Developer Guide, "Quotas").
     */
    public static final int MAX_CLAIMS = 5000;

    /** Leaves the item its room: an entry takes up to 60 bytes, its name included. */
    public static final int MAX_BLOCKS = 100;

    /** A busy interval and the appointment that claims it; it may reach into neighbouring days. */
    public record Busy(Interval interval, AppointmentId appointmentId) {
    }

    /**
     * An interval in which the resource takes no appointments, and its block; it may reach into neighbouring days.
     *
     * @param since when the block was made
     */
    public record Blocked(BlockId blockId, Interval interval, Instant since) {

        /** Whether the appointment lies in the block, unless staff has placed it there afterwards. */
        boolean displaces(Appointment appointment) {
            Provenance placed = appointment.placement().provenance();
            boolean isWanted = placed.isOverridden() && !placed.at().isBefore(since);
            return interval.overlaps(appointment.interval()) && !isWanted;
        }
    }

    public CalendarDay {
        busy = List.copyOf(busy);
        blocks = List.copyOf(blocks);
    }

    /** A day without blocks. */
    public CalendarDay(CalendarId id, List<Busy> busy, long version) {
        this(id, busy, List.of(), version);
    }

    public static CalendarDay empty(CalendarId id) {
        return new CalendarDay(id, List.of(), List.of(), 0);
    }

    /** The appointments whose claims on the days take time of the interval, each once. */
    public static List<AppointmentId> appointmentsWithin(Interval wanted, List<CalendarDay> days) {
        return days.stream().flatMap(day -> day.busy().stream()).filter(taken -> taken.interval().overlaps(wanted))
                .map(Busy::appointmentId).distinct().toList();
    }

    /** The greatest number of simultaneous claims within the interval. */
    public long mostAtOnce(Interval wanted) {
        return Occupancy.of(busy.stream().map(Busy::interval).filter(wanted::overlaps).toList()).mostIn(wanted);
    }

    /** The time of the day's date that is claimed; what is claimed twice counts twice. */
    Duration booked() {
        Interval date = Interval.ofDay(id.date(), ZoneOffset.UTC);
        return busy.stream().flatMap(taken -> taken.interval().within(date).stream()).map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The blocks that take time of the interval, in the order of their starts. */
    public Stream<Blocked> blocksWithin(Interval wanted) {
        return blocks.stream().filter(block -> block.interval().overlaps(wanted))
                .sorted(Comparator.comparing(block -> block.interval().start()));
    }

    /** Whether the day has the block's entry. */
    public boolean isBlockedBy(BlockId blockId) {
        return blocks.stream().map(Blocked::blockId).anyMatch(blockId::equals);
    }

    /** Whether the day has no room for another block. */
    public boolean isFullOfBlocks() {
        return blocks.size() >= MAX_BLOCKS;
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
                blocks, version);
    }

    /** The day with one more claim, ready to be written: the write expects this day's version and increments it. */
    public CalendarDay claimed(Interval interval, AppointmentId appointmentId) {
        List<Busy> longer = new ArrayList<>(busy);
        longer.add(new Busy(interval, appointmentId));
        return new CalendarDay(id, longer, blocks, version + 1);
    }

    /**
     * The day without the appointment's claims, ready to be written: the write expects this day's version and
     * increments it.
     */
    public CalendarDay released(AppointmentId appointmentId) {
        return new CalendarDay(id, without(appointmentId).busy(), blocks, version + 1);
    }
}
