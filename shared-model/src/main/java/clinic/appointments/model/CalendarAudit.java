package clinic.appointments.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.CalendarDay.Busy;

/**
 * The calendar audit: the comparison of calendar days with the claims of all appointments and the entries of all active
 * blocks, which are the truth. They agree as long as every change writes both in one transaction, and every block is
 * written to its last day; after a restore of the tables they may not.
 */
public final class CalendarAudit {

    private static final Comparator<Busy> ORDER = Comparator.comparing((Busy busy) -> busy.interval().start())
            .thenComparing(busy -> busy.interval().end()).thenComparing(busy -> busy.appointmentId().value());

    private static final Comparator<Blocked> ORDER_OF_BLOCKS = Comparator.comparing(block -> block.blockId().value());

    private final Map<CalendarId, List<Busy>> claimed;
    private final Map<CalendarId, List<Blocked>> blocked;
    private final LocalDate from;

    private CalendarAudit(Map<CalendarId, List<Busy>> claimed, Map<CalendarId, List<Blocked>> blocked,
            LocalDate from) {
        this.claimed = claimed;
        this.blocked = blocked;
        this.from = from;
    }

    /**
     * Prepares the comparison.
     *
     * @param appointments all appointments
     * @param blocks all blocks
     * @param from first UTC date to compare: past days are deleted after some time
     */
    public static CalendarAudit of(Stream<Appointment> appointments, Stream<Block> blocks, LocalDate from) {
        return new CalendarAudit(appointments.filter(appointment -> appointment.status() != AppointmentStatus.CANCELLED)
                .flatMap(CalendarAudit::claims).filter(claim -> !claim.day().date().isBefore(from))
                .collect(Collectors.groupingBy(DayClaim::day, LinkedHashMap::new,
                        Collectors.mapping(DayClaim::busy, Collectors.toList()))),
                blocks.filter(Block::isActive).flatMap(CalendarAudit::entries)
                        .filter(entry -> !entry.day().date().isBefore(from))
                        .collect(Collectors.groupingBy(DayEntry::day, LinkedHashMap::new,
                                Collectors.mapping(DayEntry::blocked, Collectors.toList()))),
                from);
    }

    private record DayEntry(CalendarId day, Blocked blocked) {
    }

    private static Stream<DayEntry> entries(Block block) {
        return block.days().stream().map(day -> new DayEntry(day, block.entry()));
    }

    private record DayClaim(CalendarId day, Busy busy) {
    }

    private static Stream<DayClaim> claims(Appointment appointment) {
        return appointment.claims().stream().flatMap(claim -> claim.days()
                .map(day -> new DayClaim(day, new Busy(claim.interval(), appointment.id()))));
    }

    /** The days that appointments claim or blocks take. */
    public Set<CalendarId> writtenDays() {
        return Stream.of(claimed, blocked).map(Map::keySet).flatMap(Set::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The difference between a stored day and the appointments and blocks; empty if they agree, or the day is not
     * compared.
     */
    public Optional<CalendarDifference> difference(CalendarDay stored) {
        List<Busy> right = sorted(claimed.getOrDefault(stored.id(), List.of()), ORDER);
        List<Blocked> entries = sorted(blocked.getOrDefault(stored.id(), List.of()), ORDER_OF_BLOCKS);
        boolean agrees = right.equals(sorted(stored.busy(), ORDER))
                && entries.equals(sorted(stored.blocks(), ORDER_OF_BLOCKS));
        return stored.id().date().isBefore(from) || agrees
                ? Optional.empty()
                : Optional.of(new CalendarDifference(stored, right, entries));
    }

    private static <T> List<T> sorted(List<T> entries, Comparator<T> order) {
        return entries.stream().sorted(order).toList();
    }
}
