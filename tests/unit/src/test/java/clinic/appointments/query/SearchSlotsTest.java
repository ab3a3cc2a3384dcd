package clinic.appointments.query;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.SlotSearch.Candidate;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitPlan;
import clinic.appointments.model.VisitSearch;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchSlotsTest {

    private static final int CLINICS = 1_200;
    private static final BookingTerms TERMS = Given.terms(BookingTerms.Limits.DEFAULT, Map.of(
            "practitioner", terms(Given.weekdays("09:10-12:00")), "room", terms(Given.weekdays("08:00-11:00"))));
    private static final List<ResourceId> BOTH = List.of(Given.DR_GREY, Given.ROOM_1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final InMemoryStore store = new InMemoryStore();
    private final List<List<CalendarId>> reads = new ArrayList<>();
    private final SearchSlots search = new SearchSlots(store, store, ids -> {
        reads.add(ids);
        return store.days(ids);
    }, TERMS, new MovableClock());

    /** Every time of the grid, offered or refused, is told what a booking of it would be told, evidence and all. */
    @Test
    void decidesAsABookingWouldOnEveryTimeOfRandomDays() {
        Set<RejectionReason> met = EnumSet.noneOf(RejectionReason.class);
        int offered = 0;
        for (int seed = 0; seed < CLINICS; seed++) {
            ClinicByChance clinic = new ClinicByChance(new Random(seed));
            List<Candidate> expected = clinic.grid().stream().map(slot -> candidate(slot, clinic.decide(slot)))
                    .toList();

            assertThat(walk(clinic, true, 5 + seed % 96)).as("clinic " + seed).isEqualTo(expected);
            assertThat(walk(clinic, false, 100)).as("clinic " + seed)
                    .isEqualTo(expected.stream().filter(Candidate::isFree).toList());
            offered += (int) expected.stream().filter(Candidate::isFree).count();
            expected.forEach(found -> found.refusal().map(Decision.Rejected::reason).ifPresent(met::add));
        }
        assertThat(offered).isGreaterThan(CLINICS);
        assertThat(met).containsExactlyInAnyOrder(RejectionReason.IN_THE_PAST, RejectionReason.NOTICE_TOO_SHORT,
                RejectionReason.BEYOND_HORIZON, RejectionReason.DURATION_TOO_SHORT, RejectionReason.DURATION_TOO_LONG,
                RejectionReason.OUTSIDE_OPENING_HOURS, RejectionReason.SLOT_TAKEN, RejectionReason.PATIENT_BUSY,
                RejectionReason.UNKNOWN_PATIENT, RejectionReason.UNKNOWN_RESOURCE, RejectionReason.RESOURCE_RETIRED,
                RejectionReason.RESOURCE_BLOCKED);
    }

    private static Candidate candidate(TimeSlot slot, Decision decision) {
        return decision instanceof Decision.Rejected rejected
                ? new Candidate(slot, List.of(), Optional.of(rejected))
                : new Candidate(slot, ((Decision.Granted) decision).appointment().booking().resources(),
                        Optional.empty());
    }

    private static List<Candidate> walk(ClinicByChance clinic, boolean explained, int size) {
        MovableClock clock = new MovableClock();
        clock.set(clinic.now);
        SearchSlots search = new SearchSlots(clinic.store, clinic.store, clinic.store, clinic.terms, clock);
        return walk(search, clinic.wanted, explained, size);
    }

    private static List<Candidate> walk(SearchSlots search, SlotSearch.Wanted wanted, boolean explained, int size) {
        return Stream.iterate(
                Optional.of(search.page(question(wanted, explained, new PageRequest(size, Optional.empty())))),
                Optional::isPresent,
                page -> page.flatMap(Page::next).map(next -> search
                        .page(question(wanted, explained, new PageRequest(size, Optional.of(next))))))
                .map(Optional::orElseThrow).peek(page -> assertThat(page.items()).hasSizeLessThanOrEqualTo(size))
                .flatMap(page -> page.items().stream()).toList();
    }

    /** Not from that of the first resource, and not from midnight. */
    @Test
    void beginsWhereAllAreOpen() {
        assertThat(starts(wanted(DateRange.only(Given.DATE), BOTH), false))
                .containsExactly("09:10", "09:40", "10:10");
    }

    @Test
    void explainsTheWholeDate() {
        List<String> starts = starts(wanted(DateRange.only(Given.DATE), BOTH), true);

        assertThat(starts).startsWith("00:00", "00:30").contains("09:00", "09:10", "09:40").endsWith("23:10")
                .doesNotContain("09:30", "23:30");
    }

    /** Clocks go forward over 02:00 to 03:00: those times are not refused but no times at all. */
    @Test
    void neverNamesATimeThatClocksSkip() {
        LocalDate sunday = LocalDate.parse("2026-03-29");
        assertThat(starts(wanted(DateRange.only(sunday), List.of(ResourceId.of("device:1"))), false))
                .hasSize(46).contains("01:30", "03:00").doesNotContain("02:00", "02:30");
    }

    /** Clocks go back from 03:00 to 02:00: a booking of 02:00 is of the first. */
    @Test
    void namesEachTimeThatOccursTwiceOnce() {
        LocalDate sunday = LocalDate.parse("2026-10-25");
        assertThat(starts(wanted(DateRange.only(sunday), List.of(ResourceId.of("device:1"))), false))
                .hasSize(47).doesNotHaveDuplicates().contains("02:00", "03:00").doesNotContain("02:30");
    }

    @Test
    void hasNothingForADateThatDoesNotOccur() {
        DateRange skipped = DateRange.only(LocalDate.parse("2011-12-30"));
        assertThat(search.page(question(new SlotSearch.Wanted(BOTH, Optional.empty(), skipped,
                ZoneId.of("Pacific/Apia"), HALF_AN_HOUR, HALF_AN_HOUR), true, PageRequest.first())))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void readsNoFurtherThanThePageNeeds() {
        List<ResourceId> ten = IntStream.range(0, 10).mapToObj(number -> ResourceId.of("device:" + number)).toList();
        SlotSearch.Wanted month = wanted(new DateRange(Given.DATE, Given.DATE.plusDays(30)), ten);
        Page<Candidate> first = search.page(question(month, false, new PageRequest(25, Optional.empty())));

        assertThat(first.items()).hasSize(25);
        assertThat(reads).hasSize(1).allMatch(ids -> ids.size() <= 100);
        reads.clear();
        assertThat(walk(search, month, false, 100)).hasSize(31 * 48 - 2);
        assertThat(reads).allMatch(ids -> ids.size() <= 100 && ids.stream().distinct().count() == ids.size());
    }

    /** Four days for each date: a week of eleven calendars does not fit. */
    @Test
    void readsFewerDatesAtOnceWhereBuffersAreLong() {
        SearchSlots long24 = new SearchSlots(store, store, ids -> {
            reads.add(ids);
            return store.days(ids);
        }, Given.terms(BookingTerms.Limits.DEFAULT, Map.of("device", new ResourceTerms(1,
                new Buffer(Buffer.MAX, Buffer.MAX), OpeningHours.ALWAYS, Optional.empty()))), new MovableClock());
        List<ResourceId> ten = IntStream.range(0, 10).mapToObj(number -> ResourceId.of("device:" + number)).toList();

        walk(long24, wanted(new DateRange(Given.DATE, Given.DATE.plusDays(30)), ten), true, 100);
        assertThat(reads).hasSizeGreaterThan(5).allMatch(ids -> ids.size() <= 100);
    }

    @Test
    void refusesACursorOfOtherDates() {
        SlotSearch.Wanted one = wanted(DateRange.only(Given.DATE), BOTH);
        Optional<String> next = search.page(question(one, false, new PageRequest(1, Optional.empty()))).next();

        assertThat(next).isPresent();
        SlotSearch.Wanted other = wanted(DateRange.only(Given.DATE.plusDays(1)), BOTH);
        assertThatThrownBy(() -> search.page(question(other, false, new PageRequest(1, next))))
                .isInstanceOf(BadCursorException.class);
        assertThatThrownBy(() -> search.page(question(one, false, new PageRequest(1, Optional.of("x")))))
                .isInstanceOf(BadCursorException.class);
    }

    /** By its length, its resources, the time around it and its notice; the answer names who is free. */
    @Test
    void searchesForAVisitType() {
        ResourceId bell = ResourceId.of("practitioner:dr-bell");
        store.save(Given.pool("doctors", Given.DR_GREY, bell));
        store.save(Given.visitType("checkup", new VisitTypeDetails(Duration.ofMinutes(40),
                Optional.of(new Buffer(Duration.ZERO, Duration.ofMinutes(10))),
                List.of(ResourceId.of("pool:doctors"), Given.ROOM_1), Optional.empty(), Optional.empty())));
        book(Given.booking("a", Given.slot("09:55", "10:05"), bell));
        VisitSearch every10Minutes = new VisitSearch(new VisitTypeId("checkup"), List.of(bell), Optional.empty(),
                DateRange.only(Given.DATE), Given.BERLIN, Optional.of(Duration.ofMinutes(10)));

        assertThat(search.page(new Question.SlotsOfResources(every10Minutes, false, PageRequest.first())).items())
                .containsExactly(
                        new Candidate(Given.slot("10:10", "10:50"), List.of(bell, Given.ROOM_1), Optional.empty()),
                        new Candidate(Given.slot("10:20", "11:00"), List.of(bell, Given.ROOM_1), Optional.empty()));
    }

    /** One implementation for both: what a request to book it would come to, candidate by candidate. */
    @Test
    void decidesOnAVisitAsOnABookingWithItsPlan() {
        VisitType type = Given.visitType("checkup", new VisitTypeDetails(Duration.ofMinutes(20),
                Optional.of(new Buffer(Duration.ofMinutes(15), Duration.ZERO)), BOTH, Optional.of(Duration.ofDays(8)),
                Optional.empty()));
        store.save(type);
        VisitPlan.Usable plan = (VisitPlan.Usable) VisitPlan.of(Optional.of(type), List.of(), TERMS);

        List<Candidate> found = search.page(new Question.SlotsOfResources(visit("checkup"), true, PageRequest.first()))
                .items();
        assertThat(found).isNotEmpty().isEqualTo(search.page(question(visit("checkup").wanted(plan), true,
                PageRequest.first())).items());
        assertThat(found).anySatisfy(candidate -> assertThat(candidate.refusal()).contains(
                new Decision.Rejected(RejectionReason.NOTICE_TOO_SHORT,
                        Evidence.setting("minimumNotice", Duration.ofDays(8)))));
    }

    @Test
    void refusesAVisitTypeThatCannotBeBooked() {
        store.save(new VisitType(new VisitTypeId("old"), Optional.empty(), 1, Given.writer("retire"), Given.NOW));
        store.save(Given.visitType("checkup", Duration.ofMinutes(20), Given.ROOM_1));
        ResourceId[] ten = IntStream.range(0, 10).mapToObj(number -> ResourceId.of("device:" + number))
                .toArray(ResourceId[]::new);

        Stream.of(visit("none"), visit("old")).forEach(visit -> assertThatThrownBy(
                () -> search.page(new Question.SlotsOfResources(visit, true, PageRequest.first())))
                .hasMessage("visitType must be one that is defined and not retired"));
        assertThatThrownBy(() -> search
                .page(new Question.SlotsOfResources(visit("checkup", ten), true, PageRequest.first())))
                .hasMessage("resourceIds must name at most 10, with those of visitType");
    }

    private static VisitSearch visit(String type, ResourceId... resources) {
        return new VisitSearch(new VisitTypeId(type), List.of(resources), Optional.empty(),
                DateRange.only(Given.DATE), Given.BERLIN, Optional.empty());
    }

    private void book(Booking booking) {
        BookingSituation situation = store.situationOf(booking.appointmentId(), booking.patientId(),
                TERMS.daysWithin(booking), booking.resources());
        store.save((Decision.Granted) BookingPolicy.decide(Appointment.requested(booking,
                Given.provenance(Given.requestOf(booking)), TERMS),
                new BookingSituation(Optional.of(Given.patient(Given.ADA)), Optional.empty(), situation.days(),
                        List.of()),
                TERMS));
    }

    private List<String> starts(SlotSearch.Wanted wanted, boolean explained) {
        return search.page(question(wanted, explained, PageRequest.first())).items().stream()
                .map(candidate -> candidate.slot().start()).map(LocalTime::toString).toList();
    }

    private static SlotSearch.Wanted wanted(DateRange dates, List<ResourceId> resources) {
        return new SlotSearch.Wanted(resources, Optional.empty(), dates, Given.BERLIN, HALF_AN_HOUR, HALF_AN_HOUR);
    }

    private static Question.SlotsOfResources question(SlotSearch.Wanted wanted, boolean explained, PageRequest page) {
        return new Question.SlotsOfResources(wanted, explained, page);
    }

    private static ResourceTerms terms(OpeningHours hours) {
        return new ResourceTerms(1, Buffer.NONE, hours, Optional.empty());
    }
}
