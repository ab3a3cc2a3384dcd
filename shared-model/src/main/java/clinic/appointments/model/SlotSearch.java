package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A slot search: the times at which several resources, and perhaps a patient, can be booked together. It has no rules
 * of its own: each candidate is decided as a request to book it would be.
 *
 * @param terms terms that know those of the resources that are defined
 * @param patient the wanted patient as stored; empty when unknown, or when none is wanted
 * @param now the time from which notice and horizon count
 */
public record SlotSearch(Wanted wanted, BookingTerms terms, Optional<Patient> patient, Instant now) {

    /** An id that no client can have: no stored claim is taken for the candidate's own. */
    private static final String CANDIDATE = SmokeId.PREFIX + "candidate";
    /** Keeps the candidates of a date few. */
    public static final Duration MIN_STEP = Duration.ofMinutes(5);

    /**
     * The search criteria.
     *
     * @param resources all needed together, at least one; a pool stands for any of its members
     * @param patient empty for anyone who is registered
     * @param dates local dates in {@code zone}
     * @param length length of a slot, positive
     * @param step from the start of a candidate to that of the next, positive
     * @param visit what the visit type sets; empty when none is wanted
     */
    public record Wanted(List<ResourceId> resources, Optional<PatientId> patient, DateRange dates, ZoneId zone,
            Duration length, Duration step, Optional<VisitTerms> visit) implements SlotCriteria {

        public Wanted {
            resources = List.copyOf(resources);
        }

        /** The criteria of a search without a visit type. */
        public Wanted(List<ResourceId> resources, Optional<PatientId> patient, DateRange dates, ZoneId zone,
                Duration length, Duration step) {
            this(resources, patient, dates, zone, length, step, Optional.empty());
        }

        private Booking booking(TimeSlot slot) {
            return new Booking(new AppointmentId(CANDIDATE), patient.orElse(new PatientId(CANDIDATE)), resources, slot,
                    Optional.empty(), visit);
        }
    }

    /**
     * A candidate, decided.
     *
     * @param resources those that would serve: named ones, and members of pools; none when it is refused
     * @param refusal the answer to a request to book it now; empty when it would be granted
     */
    public record Candidate(TimeSlot slot, List<ResourceId> resources, Optional<Decision.Rejected> refusal) {

        public boolean isFree() {
            return refusal.isEmpty();
        }
    }

    /** The step that is wanted; by default the length of a slot, if a step can be as short. */
    public static Duration stepOf(Optional<Duration> wanted, Duration length) {
        return wanted.orElse(length.compareTo(MIN_STEP) < 0 ? MIN_STEP : length);
    }

    /** The dates that occur: a zone that crosses the date line skips one. */
    public List<LocalDate> dates() {
        return wanted.dates().each().filter(date -> Interval.isDay(date, wanted.zone())).toList();
    }

    /**
     * The candidates of a date that occurs, in order. They cover the whole date, open or not, and follow each other by
     * the step: from the beginning of the date and, again, wherever the hours begin that all resources have in common.
     */
    public Stream<TimeSlot> candidates(LocalDate date) {
        Interval day = Interval.ofDay(date, wanted.zone());
        List<Instant> beginnings = beginnings(day);
        return IntStream.range(0, beginnings.size()).boxed()
                .flatMap(at -> starts(beginnings.get(at),
                        at + 1 < beginnings.size() ? beginnings.get(at + 1) : day.end()))
                .map(start -> new Interval(start, start.plus(wanted.length())))
                .flatMap(candidate -> TimeSlot.written(candidate, date, wanted.zone()).stream());
    }

    private Stream<Instant> starts(Instant first, Instant end) {
        return Stream.iterate(first, start -> start.isBefore(end), start -> start.plus(wanted.step()));
    }

    private List<Instant> beginnings(Interval day) {
        List<List<Interval>> hours = wanted.resources().stream().map(resource -> hours(resource, day)).toList();
        Stream<Instant> openings = hours.stream().flatMap(List::stream).map(Interval::start).filter(day::contains)
                .filter(start -> hours.stream()
                        .allMatch(open -> open.stream().anyMatch(interval -> interval.contains(start))));
        return Stream.concat(Stream.of(day.start()), openings).distinct().sorted().toList();
    }

    /** When the resource, or any member of a pool, is open. */
    private List<Interval> hours(ResourceId resource, Interval day) {
        return Interval.joined(terms.candidates(List.of(resource)).stream()
                .flatMap(candidate -> terms.of(candidate).hours().during(day).stream()).toList());
    }

    /** The calendar days that decide on the candidates of dates that occur, each once. */
    public List<CalendarId> days(List<LocalDate> dates) {
        return dates.stream().map(date -> Interval.ofDay(date, wanted.zone())).flatMap(this::claimed)
                .flatMap(Claim::days).distinct().toList();
    }

    private Stream<Claim> claimed(Interval day) {
        return Stream.concat(wanted.patient().map(id -> new Claim(new CalendarOwner.OfPatient(id), day)).stream(),
                candidates().stream().map(resource -> new Claim(new CalendarOwner.OfResource(resource),
                        terms.buffer(resource, wanted.visit()).around(day))));
    }

    /**
     * Decides on a candidate.
     *
     * @param days those of {@link #days}, by id
     */
    public Candidate decided(TimeSlot slot, Map<CalendarId, CalendarDay> days) {
        Booking booking = wanted.booking(slot);
        List<CalendarDay> touched = CalendarId.touchedBy(requested(booking.with(candidates())).claims()).stream()
                .map(days::get).filter(Objects::nonNull).toList();
        return switch (assign(requested(booking), touched)) {
            case Assignment.Made(var booked) ->
                new Candidate(slot, booked.booking().resources(), Optional.empty());
            case Assignment.Refused(var rejection) -> new Candidate(slot, List.of(), Optional.of(rejection));
        };
    }

    private Assignment assign(Appointment appointment, List<CalendarDay> days) {
        return wanted.patient().isPresent()
                ? BookingPolicy.assign(appointment, patient, days, terms)
                : BookingPolicy.assignToAnyone(appointment, days, terms);
    }

    private Appointment requested(Booking booking) {
        return Appointment.requested(booking, provenance(), terms);
    }

    private List<ResourceId> candidates() {
        return terms.candidates(wanted.resources());
    }

    private Provenance provenance() {
        return new Provenance(new RequestId(CANDIDATE), Optional.empty(), Provenance.CLIENT, Optional.empty(), now);
    }
}
