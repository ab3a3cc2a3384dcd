package clinic.appointments.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.CalendarDay.Busy;

/**
 * The calendar audit: the comparison of calendar days with the claims of all appointments, which are the truth. The two
 * agree as long as every change writes both in one transaction; after a restore of the tables they may not.
 */
public final class CalendarAudit {

    private static final Comparator<Busy> ORDER = Comparator.comparing((Busy busy) -> busy.interval().start())
            .thenComparing(busy -> busy.interval().end()).thenComparing(busy -> busy.appointmentId().value());

    private final Map<CalendarId, List<Busy>> claimed;
    private final LocalDate from;

    private CalendarAudit(Map<CalendarId, List<Busy>> claimed, LocalDate from) {
        this.claimed = claimed;
        this.from = from;
    }

    /**
     * Prepares the comparison.
     *
     * @param appointments all appointments
     * @param from first UTC date to compare: past days are deleted after some time
     */
    public static CalendarAudit of(Stream<Appointment> appointments, LocalDate from) {
        return new CalendarAudit(appointments.filter(appointment -> appointment.status() != AppointmentStatus.CANCELLED)
                .flatMap(CalendarAudit::claims).filter(claim -> !claim.day().date().isBefore(from))
                .collect(Collectors.groupingBy(DayClaim::day, LinkedHashMap::new,
                        Collectors.mapping(DayClaim::busy, Collectors.toList()))),
                from);
    }

    private record DayClaim(CalendarId day, Busy busy) {
    }

    private static Stream<DayClaim> claims(Appointment appointment) {
        return appointment.claims().stream().flatMap(claim -> claim.days()
                .map(day -> new DayClaim(day, new Busy(claim.interval(), appointment.id()))));
    }

    /** The days that appointments claim. */
    public Set<CalendarId> claimedDays() {
        return claimed.keySet();
    }

    /** The difference between a stored day and the appointments; empty if they agree, or the day is not compared. */
    public Optional<CalendarDifference> difference(CalendarDay stored) {
        List<Busy> right = sorted(claimed.getOrDefault(stored.id(), List.of()));
        return stored.id().date().isBefore(from) || right.equals(sorted(stored.busy()))
                ? Optional.empty()
                : Optional.of(new CalendarDifference(stored, right));
    }

    private static List<Busy> sorted(List<Busy> busy) {
        return busy.stream().sorted(ORDER).toList();
    }
}
