package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The booking terms: a stage's rules for times and for each kind of resource.
 *
 * @param limits limits of every appointment
 * @param hold how long a request waits for a confirmation by hand; empty when it is confirmed at once
 * @param zone the clinic's time zone, also that of opening hours
 * @param retention how long an appointment is kept after it has ended, cancelled or completed
 * @param kinds rules by kind of resource; all other kinds have {@link ResourceTerms#DEFAULT}
 */
public record BookingTerms(Limits limits, Optional<Duration> hold, ZoneId zone, Duration retention,
        Map<String, ResourceTerms> kinds, DefinedResources resources) {

    /**
     * The limits on when an appointment may be booked and changed, and on how long it may be.
     *
     * @param minimumNotice least time from the request to the start
     * @param horizon most time from the request to the start
     * @param shortest shortest duration
     * @param longest longest duration
     * @param changeNotice least time from a cancellation or move to the start of the existing appointment
     */
    public record Limits(Duration minimumNotice, Duration horizon, Duration shortest, Duration longest,
            Duration changeNotice) {

        /** Up to 366 days ahead, from a minute to a day long, without notice. */
        public static final Limits DEFAULT = new Limits(Duration.ZERO, Duration.ofDays(366), Duration.ofMinutes(1),
                Duration.ofDays(1), Duration.ZERO);

        public Limits {
            if (minimumNotice.isNegative() || changeNotice.isNegative()) {
                throw new IllegalArgumentException("minimumNotice and changeNotice must not be negative");
            }
            if (horizon.compareTo(minimumNotice) <= 0) {
                throw new IllegalArgumentException("horizon must be longer than minimumNotice");
            }
            if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
                throw new IllegalArgumentException("shortest must be positive, and longest not shorter");
            }
        }
    }

    /** How long an appointment without an outcome is looked for after its end. */
    public static final Duration LOOKBACK = Duration.ofDays(31);
    /** Local dates in other zones begin earlier and end later than the clinic's. */
    private static final int DAYS_OF_ZONES = 2;

    private static final Duration RETENTION_OF_SMOKE_TESTS = Duration.ofDays(1);

    public BookingTerms {
        kinds = Map.copyOf(kinds);
        if (kinds.containsKey(PoolId.KIND)) {
            throw new IllegalArgumentException(PoolId.KIND + " must not be a kind of resource: it names pools");
        }
        checkHold(hold);
        if (!retention.isPositive()) {
            throw new IllegalArgumentException("retention must be positive");
        }
    }

    /** The terms of a stage in which no resource needs to be defined. */
    public BookingTerms(Limits limits, Optional<Duration> hold, ZoneId zone, Duration retention,
            Map<String, ResourceTerms> kinds) {
        this(limits, hold, zone, retention, kinds, DefinedResources.NONE);
    }

    /** The same terms with these resources. */
    public BookingTerms knowing(Collection<Resource> defined) {
        return new BookingTerms(limits, hold, zone, retention, kinds, resources.knowing(defined));
    }

    /** The same terms with these pools. */
    public BookingTerms knowingPools(Collection<Pool> defined) {
        return new BookingTerms(limits, hold, zone, retention, kinds, resources.knowingPools(defined));
    }

    /** The same terms, under which a request waits no longer than that for a confirmation by hand. */
    BookingTerms heldAtMost(Optional<Duration> most) {
        return new BookingTerms(limits, shortest(hold, most), zone, retention, kinds, resources);
    }

    /** The resources that can serve, each once: those named, and the members of pools. */
    public List<ResourceId> candidates(List<ResourceId> wanted) {
        return wanted.stream().flatMap(resource -> PoolId.named(resource).map(pool -> resources.members(pool).stream())
                .orElse(Stream.of(resource))).distinct().toList();
    }

    /** The rules for bookings of a resource. */
    public ResourceRules of(ResourceId resource) {
        ResourceRules ofKind = ResourceRules.of(kinds.getOrDefault(resource.kind(), ResourceTerms.DEFAULT), zone);
        return resources.find(resource).map(defined -> defined.rules(ofKind)).orElse(ofKind);
    }

    /** The zone of a resource: the clinic's, unless it is defined with another. */
    public ZoneId zoneOf(ResourceId resource) {
        return resources.find(resource).map(Resource::zone).orElse(zone);
    }

    /** The buffers of a booking's resources: by kind, unless one of them is defined. */
    public Buffers buffersOf(Booking booking) {
        boolean byKind = booking.resources().stream().map(resources::find).allMatch(Optional::isEmpty);
        return new Buffers(booking.resources().stream().collect(Collectors.toMap(
                resource -> byKind ? resource.kind() : resource.toString(),
                resource -> buffer(resource, booking.visit()),
                (same, _) -> same)));
    }

    /** The buffer of a resource in a booking: on each side that of the resource or of the visit, if that is longer. */
    Buffer buffer(ResourceId resource, Optional<VisitTerms> visit) {
        Buffer own = of(resource).buffer();
        return visit.map(VisitTerms::buffer).map(own::orLonger).orElse(own);
    }

    /** The calendar days that a booking can claim, whatever is defined for its resources. */
    public List<CalendarId> daysWithin(Booking booking) {
        List<ResourceId> candidates = candidates(booking.resources());
        Buffers widest = new Buffers(candidates.stream().collect(Collectors.toMap(ResourceId::toString,
                resource -> of(resource).buffer().atLeast(ResourceDetails.MAX_BUFFER))));
        return CalendarId.touchedBy(Claim.of(booking.with(candidates), widest));
    }

    /** The end of a booking's hold for a confirmation by hand, at the latest its start; empty when it needs none. */
    public Optional<Instant> holdEnd(Booking booking, Instant now) {
        return shortest(hold, holdOf(booking.resources())).map(now::plus)
                .map(end -> earlier(end, booking.slot().interval().start()));
    }

    /** The hold that these resources require; empty when they require none. */
    Optional<Duration> holdOf(List<ResourceId> booked) {
        return booked.stream().map(this::of).map(ResourceRules::hold).flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    /** When an ended appointment is forgotten; one of the smoke test a day later, when its messages are done. */
    public Instant forgottenAt(Booking booking) {
        return booking.slot().interval().end()
                .plus(SmokeId.isSmokeId(booking.appointmentId().value()) ? RETENTION_OF_SMOKE_TESTS : retention);
    }

    /** The local dates, in any zone, of appointments that are not over yet. */
    public DateRange datesAhead(Instant now) {
        return new DateRange(LocalDate.ofInstant(now, zone).minusDays(DAYS_OF_ZONES),
                LocalDate.ofInstant(now.plus(limits.horizon()), zone).plusDays(DAYS_OF_ZONES));
    }

    /** The local dates, in any zone, of appointments that were over within {@link #LOOKBACK}. */
    public DateRange datesBehind(Instant now) {
        return new DateRange(LocalDate.ofInstant(now.minus(LOOKBACK), zone).minusDays(DAYS_OF_ZONES),
                LocalDate.ofInstant(now, zone).plusDays(DAYS_OF_ZONES));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Optional<Duration> shortest(Optional<Duration> one, Optional<Duration> other) {
        return Stream.concat(one.stream(), other.stream()).min(Duration::compareTo);
    }

    static void checkHold(Optional<Duration> hold) {
        if (!hold.stream().allMatch(BookingTerms::isHold)) {
            throw new IllegalArgumentException("hold must be a minute at least");
        }
    }

    static boolean isHold(Duration length) {
        return length.compareTo(Duration.ofMinutes(1)) >= 0;
    }
}
