package clinic.appointments.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBlocks;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Decision;
import clinic.appointments.model.DefinedResources;
import clinic.appointments.model.Interval;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitTerms;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.model.WorkingHours.Period;

/**
 * A clinic with rules, resources, patients, appointments and blocks by chance; every second one on a day of a clock
 * change.
 */
final class ClinicByChance {

    private static final List<ZoneId> ZONES = Stream
            .of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "America/Havana",
                    "Africa/Cairo", "Asia/Beirut", "America/Santiago", "Pacific/Kiritimati", "America/St_Johns")
            .map(ZoneId::of).toList();
    private static final Instant SPRING = Instant.parse("2026-02-01T00:00:00Z");
    private static final List<Duration> LENGTHS = Stream
            .of("PT15M", "PT20M", "PT30M", "PT45M", "PT50M", "PT1H", "PT1H30M", "PT4H", "PT12H", "PT23H")
            .map(Duration::parse).toList();
    private static final List<String> SPANS = List.of("09:00-12:00,13:00-17:00", "08:15-16:45",
            "00:00-04:00,20:00-00:00",
            "01:30-06:00", "00:00-00:00", "09:00-18:00", "07:00-22:00", "10:10-19:40");

    final InMemoryStore store = new InMemoryStore();
    final BookingTerms terms;
    final Instant now;
    final SlotSearch.Wanted wanted;

    private final RandomGenerator random;
    private final Map<Instant, Boolean> open = new HashMap<>();

    ClinicByChance(RandomGenerator random) {
        this.random = random;
        ZoneId zone = one(ZONES);
        LocalDate date = date(zone);
        terms = terms();
        List<ResourceId> resources = resources();
        resources.stream().filter(_ -> random.nextInt(3) > 0).map(this::definition).forEach(store::save);
        List<ResourceId> asked = random.nextInt(3) == 0 ? fromPools(resources) : resources;
        now = date.atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(5L * random.nextInt(-2000, 200)));
        Optional<PatientId> patient = patient();
        DateRange dates = new DateRange(date, date.plusDays(random.nextInt(8) == 0 ? random.nextInt(1, 4) : 0));
        Duration length = one(LENGTHS);
        wanted = new SlotSearch.Wanted(asked, patient, dates, zone, length,
                Duration.ofMinutes(5L * random.nextInt(2, 19)), maybe(visit(length)));
        IntStream.range(0, random.nextInt(14)).forEach(number -> appointment("a" + number));
        IntStream.range(0, random.nextInt(3)).forEach(number -> block("b" + number));
    }

    private VisitTerms visit(Duration length) {
        return new VisitTerms(new VisitTypeId("v"), 1, length, buffer(240), Duration.ofMinutes(random.nextInt(5000)));
    }

    private LocalDate date(ZoneId zone) {
        Instant from = SPRING.plus(Duration.ofDays(random.nextInt(300)));
        return Optional.ofNullable(zone.getRules().nextTransition(from)).filter(_ -> random.nextBoolean())
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .map(change -> change.toLocalDate().plusDays(random.nextInt(-1, 2)))
                .orElseGet(() -> LocalDate.ofInstant(from, zone));
    }

    private BookingTerms terms() {
        BookingTerms.Limits limits = new BookingTerms.Limits(one(List.of(Duration.ZERO, Duration.ofHours(2))),
                one(List.of(Duration.ofDays(2), Duration.ofDays(400), Duration.ofDays(400))),
                one(List.of(Duration.ofMinutes(1), Duration.ofMinutes(20))),
                one(List.of(Duration.ofHours(24), Duration.ofHours(24), Duration.ofHours(2))), Duration.ZERO);
        return new BookingTerms(limits, Optional.empty(), one(ZONES), Duration.ofDays(30),
                Map.of("room", kind(), "practitioner", kind(), "device", ResourceTerms.DEFAULT),
                random.nextInt(4) == 0 ? DefinedResources.DEMANDED : DefinedResources.NONE);
    }

    private ResourceTerms kind() {
        return new ResourceTerms(random.nextInt(1, 4), buffer(24 * 60), hours(), Optional.empty());
    }

    private OpeningHours hours() {
        return random.nextInt(4) == 0
                ? OpeningHours.ALWAYS
                : OpeningHours.of(Stream.of(DayOfWeek.values()).skip(random.nextInt(2))
                        .map(day -> day + ":" + one(SPANS)).collect(Collectors.joining("/")));
    }

    private Buffer buffer(int longest) {
        return switch (random.nextInt(4)) {
            case 0 -> Buffer.NONE;
            case 1 -> new Buffer(Duration.ofMinutes(random.nextInt(longest)), Duration.ZERO);
            default -> new Buffer(Duration.ofMinutes(random.nextInt(40)), Duration.ofMinutes(random.nextInt(40)));
        };
    }

    private List<ResourceId> resources() {
        return Stream.of("room:1", "practitioner:grey", "device:mri", "room:2", "practitioner:bell")
                .map(ResourceId::of).skip(random.nextInt(3)).limit(random.nextInt(1, 4)).toList();
    }

    /** A pool in the place of some, with a few of the others and of those that nobody has defined. */
    private List<ResourceId> fromPools(List<ResourceId> resources) {
        return IntStream.range(0, resources.size()).mapToObj(place -> {
            if (random.nextBoolean()) {
                return resources.get(place);
            }
            List<ResourceId> members = Stream.concat(resources.stream(), Stream.of(Given.ROOM_1, ResourceId.of("x:y")))
                    .distinct().filter(_ -> random.nextInt(3) > 0).toList();
            if (random.nextInt(15) > 0) {
                store.save(new Pool(new PoolId("p" + place),
                        Optional.of(members).filter(some -> !some.isEmpty() || random.nextBoolean()), 1,
                        Given.writer("define"), Given.NOW));
            }
            return ResourceId.of("pool:p" + place);
        }).toList();
    }

    private Resource definition(ResourceId id) {
        Optional<ResourceDetails> details = random.nextInt(15) == 0
                ? Optional.empty()
                : Optional
                        .of(new ResourceDetails(maybe(List.of(new Period(Optional.empty(), Optional.empty(), hours()))),
                                maybe(random.nextInt(1, 3)), maybe(buffer(240)), Optional.empty()));
        return new Resource(id, one(ZONES), details, 1, Given.writer("define"), Given.NOW);
    }

    private Optional<PatientId> patient() {
        store.save(Given.patient(Given.ADA));
        Patient gone = Given.patient(new PatientId("gone"));
        store.save(gone);
        store.save(gone.erased(Given.writer("erase"), Given.NOW));
        return switch (random.nextInt(8)) {
            case 0, 1 -> Optional.empty();
            case 2 -> Optional.of(new PatientId("nobody"));
            case 3 -> Optional.of(gone.id());
            default -> Optional.of(Given.ADA);
        };
    }

    /** Where it finds room, or against the rules that staff may set aside; booked long ago. */
    private void appointment(String id) {
        Optional<StaffOverride> override = random.nextBoolean()
                ? Optional.of(new StaffOverride("boss", new ReasonCode("EMERGENCY")))
                : Optional.empty();
        Provenance booked = new Provenance(new RequestId(id), Optional.of(now), Provenance.CLIENT, override,
                now.minus(Duration.ofDays(5)));
        List<ResourceId> some = candidates().stream().filter(_ -> random.nextBoolean()).limit(3).toList();
        Booking booking = new Booking(new AppointmentId(id), Given.ADA, some, someSlot(), Optional.empty());
        if (decide(booking, booked) instanceof Decision.Granted granted) {
            store.save(granted);
        }
    }

    private void block(String id) {
        Block block = new Block(new BlockId(id), one(candidates().isEmpty() ? List.of(Given.ROOM_1) : candidates()),
                someSlot().interval(), Optional.empty(),
                new RequestId(id), now, Optional.empty());
        new InMemoryBlocks(store).create(block, store.days(block.days()));
    }

    private TimeSlot someSlot() {
        LocalTime start = LocalTime.ofSecondOfDay(300L * random.nextInt(24 * 12 - 1));
        LocalTime end = start.plusMinutes(5L * random.nextInt(1, 18));
        LocalDate date = wanted.dates().first().plusDays(random.nextInt(4) == 0 ? random.nextInt(-1, 2) : 0);
        return TimeSlot.of(date, start, start.isBefore(end) ? end : LocalTime.MIDNIGHT, one(ZONES));
    }

    /** What a request to book it would be told, of the patient or, if none is wanted, of one without appointments. */
    Decision decide(TimeSlot slot) {
        PatientId free = new PatientId("free");
        store.save(Given.patient(free));
        return decide(new Booking(new AppointmentId("wanted"), wanted.patient().orElse(free), wanted.resources(), slot,
                Optional.empty(), wanted.visit()), Given.causeAt(new RequestId("smoke-candidate"), now));
    }

    private Decision decide(Booking booking, Provenance provenance) {
        BookingTerms withPools = withPools(booking.pools());
        var situation = store.situationOf(booking.appointmentId(), booking.patientId(), withPools.daysWithin(booking),
                withPools.candidates(booking.resources()));
        BookingTerms known = withPools.knowing(situation.resources());
        return BookingPolicy.decide(Appointment.requested(booking, provenance, known), situation, known);
    }

    private BookingTerms withPools(List<PoolId> pools) {
        return terms.knowingPools(store.pools(pools.stream().distinct().toList()));
    }

    private List<ResourceId> candidates() {
        return withPools(pools()).candidates(wanted.resources());
    }

    /** Every time that can be written down, by the five minutes, and lies on the grid. */
    List<TimeSlot> grid() {
        return wanted.dates().each().flatMap(date -> IntStream.range(0, 24 * 12)
                .mapToObj(number -> LocalTime.ofSecondOfDay(number * 300L))
                .flatMap(start -> written(date, start).stream()))
                .filter(this::isOnGrid).sorted(Comparator.comparing(slot -> slot.interval().start())).toList();
    }

    /** Of that length, if it can be written down: of all the ends there are, midnight included. */
    private Optional<TimeSlot> written(LocalDate date, LocalTime start) {
        LocalTime end = LocalTime.ofInstant(date.atTime(start).atZone(wanted.zone()).toInstant().plus(wanted.length()),
                wanted.zone());
        return Stream.of(end, LocalTime.MIDNIGHT).distinct().flatMap(last -> slot(date, start, last).stream())
                .filter(slot -> !slot.isSkippedByClockChange()).filter(slot -> Duration
                        .between(slot.interval().start(), slot.interval().end()).equals(wanted.length()))
                .findFirst();
    }

    private Optional<TimeSlot> slot(LocalDate date, LocalTime start, LocalTime end) {
        try {
            return Optional.of(TimeSlot.of(date, start, end, wanted.zone()));
        } catch (InvalidValueException _) {
            return Optional.empty();
        }
    }

    /** Counted from the last time at which all resources opened, or from the beginning of the date. */
    private boolean isOnGrid(TimeSlot slot) {
        Instant start = slot.interval().start();
        Instant origin = start;
        Instant midnight = slot.date().atStartOfDay(wanted.zone()).toInstant();
        while (origin.isAfter(midnight) && !(areOpen(origin) && !areOpen(origin.minusSeconds(300)))) {
            origin = origin.minusSeconds(300);
        }
        return Duration.between(origin, start).toMinutes() % wanted.step().toMinutes() == 0;
    }

    private boolean areOpen(Instant instant) {
        return open.computeIfAbsent(instant, this::areAllOpen);
    }

    private boolean areAllOpen(Instant instant) {
        BookingTerms known = withPools(pools()).knowing(store.defined(candidates()));
        return wanted.resources().stream().allMatch(resource -> known.candidates(List.of(resource)).stream()
                .anyMatch(any -> known.of(any).hours().admit(new Interval(instant, instant.plusSeconds(300)))));
    }

    private List<PoolId> pools() {
        return wanted.resources().stream().flatMap(resource -> PoolId.named(resource).stream()).distinct().toList();
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
