package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * A local period: a stretch of local time, as people write an absence. The zone determines the instants.
 *
 * @param end exclusive, after {@code start}
 */
public record LocalPeriod(LocalDateTime start, LocalDateTime end) {

    /** Keeps the calendar days few that one period touches. */
    public static final int MAX_DAYS = 366;

    public LocalPeriod {
        InvalidValueException.unless(start.isBefore(end), "to", "must be after from");
        InvalidValueException.unless(!end.isAfter(start.plusDays(MAX_DAYS)), "to",
                "must be at most " + MAX_DAYS + " days after from");
    }

    /**
     * The instants of the period, at its longest where clocks change: a start that occurs twice is the first
     * occurrence, an end that occurs twice is the second, and a skipped end is later by the length of the gap.
     *
     * @return empty when clocks skip the whole period
     */
    public Optional<Interval> in(ZoneId zone) {
        Instant from = first(zone);
        Instant to = last(zone);
        return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    private Instant first(ZoneId zone) {
        return transition(start, zone).filter(ZoneOffsetTransition::isGap).map(ZoneOffsetTransition::getInstant)
                .orElseGet(() -> start.atZone(zone).toInstant());
    }

    private Instant last(ZoneId zone) {
        return transition(end, zone).map(change -> end.toInstant(change.isGap()
                ? change.getOffsetBefore()
                : change.getOffsetAfter())).orElseGet(() -> end.atZone(zone).toInstant());
    }

    private static Optional<ZoneOffsetTransition> transition(LocalDateTime time, ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(time));
    }
}
