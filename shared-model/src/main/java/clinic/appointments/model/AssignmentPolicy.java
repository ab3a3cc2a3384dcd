package clinic.appointments.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The assignment policy: which members of the named pools serve an appointment. A member serves when it alone could be
 * booked. Pure: the same input gives the same assignment.
 *
 * @param made the appointment that a booking would make
 * @param present resources that the appointment has now, which it keeps where it can
 * @param days the calendar days of all candidates
 */
record AssignmentPolicy(Function<Booking, Appointment> made, List<ResourceId> present, List<CalendarDay> days,
        BookingTerms terms) {

    /** One transaction reads 100 items (DynamoDB API Reference, TransactGetItems): three days of each, at most. */
    static final int MAX_CANDIDATES = 30;
    /** How near a member is to being booked, by what refuses it. */
    private static final List<RejectionReason> NEAREST_FIRST = List.of(RejectionReason.UNKNOWN_RESOURCE,
            RejectionReason.SLOT_TAKEN, RejectionReason.RESOURCE_BLOCKED, RejectionReason.OUTSIDE_OPENING_HOURS,
            RejectionReason.DAY_FULL);

    /**
     * A member of a pool.
     *
     * @param refusal what refuses it; empty when it serves
     */
    private record Candidate(ResourceId resource, Optional<Decision.Rejected> refusal, Preference preference) {

        boolean serves() {
            return refusal.isEmpty();
        }
    }

    /**
     * How much a member is preferred: first those that the appointment has, then those that need no override, then
     * those with the least booked time on the UTC date of its start.
     *
     * @param lot puts what is equal in another order for each request, so that racers spread
     */
    private record Preference(boolean isPresent, boolean needsOverride, Duration booked, UUID lot)
            implements
                Comparable<Preference> {

        private static final Comparator<Preference> BEST_FIRST = Comparator
                .comparing((Preference preference) -> !preference.isPresent).thenComparing(Preference::needsOverride)
                .thenComparing(Preference::booked).thenComparing(Preference::lot);

        @Override
        public int compareTo(Preference other) {
            return BEST_FIRST.compare(this, other);
        }
    }

    /**
     * A pool in a booking.
     *
     * @param candidates its members but for those that are named by their ids, in order of preference
     */
    private record Place(PoolId pool, List<Candidate> candidates) {

        List<ResourceId> serving() {
            return candidates.stream().filter(Candidate::serves).map(Candidate::resource).toList();
        }

        /** The refusal of the member that came nearest; when some would serve, other pools of the booking need them. */
        Decision.Rejected refusal() {
            return candidates.stream().flatMap(candidate -> candidate.refusal().stream())
                    .filter(_ -> serving().isEmpty()).min(Comparator.comparingInt(refused -> rank(refused.reason())))
                    .orElseGet(() -> new Decision.Rejected(RejectionReason.SLOT_TAKEN,
                            Evidence.setting("members of", pool)));
        }

        private static int rank(RejectionReason reason) {
            int rank = NEAREST_FIRST.indexOf(reason);
            return rank < 0 ? NEAREST_FIRST.size() : rank;
        }
    }

    /**
     * Assigns a member to each pool that the booking names. Without a pool there is nothing to decide; with one, what
     * is named by its id comes first.
     */
    Assignment assign(Booking wanted) {
        return wanted.pools().isEmpty() ? new Assignment.Made(made.apply(wanted)) : assignPools(wanted);
    }

    private Assignment assignPools(Booking wanted) {
        List<ResourceId> named = wanted.resources().stream().filter(resource -> !resource.isPool()).toList();
        return refusal(made.apply(wanted.with(named))).or(() -> unusable(wanted))
                .<Assignment>map(Assignment.Refused::new).orElseGet(() -> match(wanted, named));
    }

    private Assignment match(Booking wanted, List<ResourceId> named) {
        List<Place> places = wanted.pools().stream().map(pool -> new Place(pool, candidates(pool, wanted, named)))
                .toList();
        List<List<ResourceId>> serving = places.stream().map(Place::serving).toList();
        return new Matching<>(serving).first().<Assignment>map(members -> made(wanted, members))
                .orElseGet(() -> new Assignment.Refused(places.get(firstUnserved(serving)).refusal()));
    }

    private Assignment made(Booking wanted, List<ResourceId> members) {
        List<PoolId> pools = wanted.pools();
        return new Assignment.Made(made.apply(wanted.withMembers(members)).from(IntStream.range(0, pools.size()).boxed()
                .collect(Collectors.toMap(members::get, pools::get))));
    }

    private List<Candidate> candidates(PoolId pool, Booking wanted, List<ResourceId> named) {
        return terms.resources().members(pool).stream().filter(member -> !named.contains(member))
                .map(member -> candidate(member, made.apply(wanted.with(List.of(member)))))
                .sorted(Comparator.comparing(Candidate::preference)).toList();
    }

    private Candidate candidate(ResourceId member, Appointment alone) {
        BookingRules rules = rules(alone);
        Provenance provenance = alone.latestChange().provenance();
        return new Candidate(member, rules.refusal().map(rules::rejected), new Preference(present.contains(member),
                provenance.isOverridden() && rules.needsOverride(), booked(member, alone),
                lot(provenance.requestId(), member)));
    }

    private Duration booked(ResourceId member, Appointment alone) {
        CalendarId id = new CalendarId(new CalendarOwner.OfResource(member),
                alone.interval().utcDates().getFirst());
        return days.stream().filter(day -> day.id().equals(id)).findFirst()
                .map(day -> day.without(alone.id()).booked()).orElse(Duration.ZERO);
    }

    private static UUID lot(RequestId request, ResourceId member) {
        return UUID.nameUUIDFromBytes((request.value() + "#" + member).getBytes(StandardCharsets.UTF_8));
    }

    private static int firstUnserved(List<List<ResourceId>> serving) {
        return IntStream.range(0, serving.size())
                .filter(pool -> new Matching<>(serving.subList(0, pool + 1)).first().isEmpty()).findFirst()
                .orElseThrow();
    }

    /** An unknown pool comes last: its definition may be on its way. */
    private Optional<Decision.Rejected> unusable(Booking wanted) {
        DefinedResources defined = terms.resources();
        return when(wanted.pools().stream().anyMatch(defined::isRetired), RejectionReason.RESOURCE_RETIRED)
                .or(() -> when(terms.candidates(wanted.resources()).size() > MAX_CANDIDATES,
                        RejectionReason.TOO_MANY_CANDIDATES))
                .or(() -> when(wanted.pools().stream().anyMatch(defined::lacks), RejectionReason.UNKNOWN_RESOURCE));
    }

    private static Optional<Decision.Rejected> when(boolean holds, RejectionReason reason) {
        return holds ? Optional.of(new Decision.Rejected(reason)) : Optional.empty();
    }

    private Optional<Decision.Rejected> refusal(Appointment appointment) {
        BookingRules rules = rules(appointment);
        return rules.refusal().map(rules::rejected);
    }

    /** With the days that it claims, of all those of the candidates. */
    private BookingRules rules(Appointment appointment) {
        Set<CalendarOwner> owners = appointment.claims().stream().map(Claim::owner).collect(Collectors.toSet());
        return new BookingRules(appointment,
                days.stream().filter(day -> owners.contains(day.id().owner())).toList(), terms);
    }
}
