package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The displacements of a resource: its appointments ahead that were booked before a rule changed, and that the rule of
 * now would refuse. An override that is younger than the rules keeps an appointment in its place, and one that is
 * younger than a block keeps it there; so does a mark against them.
 *
 * @param terms terms that know the resource, if it is defined
 */
public record Displacements(ResourceId resource, BookingTerms terms, Instant now) {

    /** An appointment and its buffers reach no further beyond a date. */
    private static final Duration REACH = Duration.ofDays(2);

    /** The calendar days whose claims decide about the appointments on the dates. */
    public List<CalendarId> days(DateRange dates) {
        Interval asked = interval(dates);
        return new Claim(owner(), new Interval(asked.start().minus(REACH), asked.end().plus(REACH))).days().toList();
    }

    /**
     * The displacements on the dates, in the order of their starts.
     *
     * @param booked the appointments in the days
     * @param days those of {@link #days}
     * @param dates local dates in the zone of the resource
     */
    public List<Displacement> among(List<Appointment> booked, List<CalendarDay> days, DateRange dates) {
        Interval asked = interval(dates);
        List<Appointment> wanted = booked.stream().filter(this::isWanted).toList();
        List<CalendarDay> counted = days.stream().map(day -> without(wanted, day)).toList();
        return booked.stream().filter(isAhead().and(appointment -> appointment.interval().overlaps(asked)))
                .sorted(Comparator.comparing(Appointment::startAt))
                .flatMap(appointment -> displacement(appointment, counted).stream()).toList();
    }

    private Optional<Displacement> displacement(Appointment appointment, List<CalendarDay> days) {
        if (terms.resources().isRetired(resource) && !isKept(appointment)) {
            return Optional.of(byDefinition(appointment, RejectionReason.RESOURCE_RETIRED));
        }
        return blocking(appointment, days)
                .map(block -> new Displacement(appointment, RejectionReason.RESOURCE_BLOCKED, Optional.of(block)))
                .or(() -> broken(appointment, days).map(rule -> byDefinition(appointment, rule)));
    }

    private Displacement byDefinition(Appointment appointment, RejectionReason rule) {
        return new Displacement(appointment, rule, terms.resources().find(resource).map(Displacer::of));
    }

    private static Optional<Displacer> blocking(Appointment appointment, List<CalendarDay> days) {
        return days.stream().flatMap(day -> day.blocks().stream()).filter(block -> block.displaces(appointment))
                .<Displacer>map(block -> new Displacer.OfBlock(block.blockId()))
                .filter(block -> !appointment.marks().has(block)).findFirst();
    }

    private Optional<RejectionReason> broken(Appointment appointment, List<CalendarDay> days) {
        if (isWanted(appointment)) {
            return Optional.empty();
        }
        if (!rules().hours().admit(appointment.interval())) {
            return Optional.of(RejectionReason.OUTSIDE_OPENING_HOURS);
        }
        return isTooMuch(appointment, days) ? Optional.of(RejectionReason.SLOT_TAKEN) : Optional.empty();
    }

    private boolean isTooMuch(Appointment appointment, List<CalendarDay> days) {
        return appointment.claims().stream().filter(claim -> claim.owner().equals(owner()))
                .anyMatch(claim -> days.stream().filter(day -> claim.touches(day.id()))
                        .anyMatch(day -> day.mostAtOnce(claim.interval()) > rules().capacity()));
    }

    /** Whether staff gave the appointment its place against the rules of now, or keeps it there. */
    private boolean isWanted(Appointment appointment) {
        return isPlaced(appointment) || isKept(appointment);
    }

    private boolean isKept(Appointment appointment) {
        return terms.resources().find(resource).filter(appointment.marks()::outlast).isPresent();
    }

    private boolean isPlaced(Appointment appointment) {
        Provenance placed = appointment.placement().provenance();
        return placed.isOverridden() && terms.resources().find(resource).map(Resource::updatedAt)
                .filter(placed.at()::isBefore).isEmpty();
    }

    private static CalendarDay without(List<Appointment> left, CalendarDay day) {
        return left.stream().map(Appointment::id).reduce(day, CalendarDay::without, (one, _) -> one);
    }

    private Predicate<Appointment> isAhead() {
        return appointment -> appointment.isAhead(now);
    }

    private ResourceRules rules() {
        return terms.of(resource);
    }

    private CalendarOwner owner() {
        return new CalendarOwner.OfResource(resource);
    }

    private Interval interval(DateRange dates) {
        return dates.in(terms.zoneOf(resource));
    }
}
