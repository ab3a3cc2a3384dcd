package clinic.appointments.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which members of pools serve a booking or a move. */
class AssignmentPolicyTest {

    private static final ResourceId BELL = ResourceId.of("practitioner:dr-bell");
    private static final ResourceId GREY = Given.DR_GREY;
    private static final ResourceId ROOM_2 = ResourceId.of("room:2");
    private static final ResourceId DOCTORS = ResourceId.of("pool:doctors");
    private static final ResourceId ROOMS = ResourceId.of("pool:rooms");
    private static final Pool BOTH = Given.pool("doctors", BELL, GREY);
    private static final TimeSlot NINE = Given.slot("09:00", "10:00");

    private BookingTerms terms = Given.TERMS.knowingPools(List.of(BOTH, Given.pool("rooms", Given.ROOM_1, ROOM_2)));

    @Test
    void takesTheMemberThatIsFree() {
        assertThat(assigned(wanted(NINE, DOCTORS), booked("a", NINE, BELL))).containsExactly(GREY);
        assertThat(assigned(wanted(NINE, DOCTORS), booked("a", NINE, GREY))).containsExactly(BELL);
    }

    @Test
    void remembersThePoolInTheHistoryAndClaimsTheMember() {
        Decision.Granted granted = (Decision.Granted) decide(wanted(NINE, DOCTORS, ROOMS), booked("a", NINE, BELL),
                booked("b", NINE, ROOM_2));

        assertThat(granted.appointment().booking().resources()).containsExactly(GREY, Given.ROOM_1);
        assertThat(granted.appointment().latestChange().pools()).isEqualTo(Map.of(GREY, new PoolId("doctors"),
                Given.ROOM_1, new PoolId("rooms")));
        assertThat(granted.appointment().wantedResources()).containsExactly(DOCTORS, ROOMS);
        assertThat(granted.days()).extracting(day -> day.id().owner()).contains(new CalendarOwner.OfResource(GREY),
                new CalendarOwner.OfResource(Given.ROOM_1)).doesNotContain(new CalendarOwner.OfResource(BELL));
    }

    @Test
    void neverTakesAMemberThatTheBookingNames() {
        assertThat(assigned(wanted(NINE, DOCTORS, BELL))).containsExactly(GREY, BELL);
        assertThat(decide(wanted(NINE, DOCTORS, BELL, GREY))).isEqualTo(noMember("doctors"));
    }

    /** Both would take the first one. */
    @Test
    void matchesPoolsTogether() {
        terms = Given.TERMS.knowingPools(List.of(BOTH, Given.pool("bell", BELL)));
        ResourceId onlyBell = ResourceId.of("pool:bell");

        assertThat(assigned(wanted(NINE, DOCTORS, onlyBell))).containsExactly(GREY, BELL);
        assertThat(assigned(wanted(NINE, onlyBell, DOCTORS))).containsExactly(BELL, GREY);
        assertThat(decide(wanted(NINE, DOCTORS, onlyBell), booked("a", NINE, GREY))).isEqualTo(noMember("bell"));
    }

    @Test
    void prefersTheMemberWithTheLeastTimeBookedThatDay() {
        Appointment long1 = booked("a", Given.slot("14:00", "15:00"), BELL);
        Appointment short1 = booked("b", Given.slot("14:00", "14:30"), GREY);

        assertThat(assigned(wanted(NINE, DOCTORS), long1, short1)).containsExactly(GREY);
        assertThat(assigned(wanted(NINE, DOCTORS), long1, short1, booked("c", Given.slot("16:00", "16:45"), GREY)))
                .containsExactly(BELL);
    }

    /** The day is the UTC date of the start; here an hour before midnight is on the next date. */
    @Test
    void countsOnlyTheDateOfTheStart() {
        TimeSlot late = Given.slot("23:00", "00:00");

        assertThat(Stream.of("x", "y", "z").map(id -> assigned(Given.booking(id, Given.slot("00:30", "00:50"), DOCTORS),
                booked("a", late, BELL), booked("b", Given.slot("00:00", "00:20"), GREY))))
                .allMatch(List.of(BELL)::equals);
    }

    @Test
    void spreadsEqualMembersOverRequests() {
        Map<List<ResourceId>, Long> chosen = IntStream.range(0, 200)
                .mapToObj(number -> assigned(Given.booking("r" + number, NINE, DOCTORS)))
                .collect(Collectors.groupingBy(members -> members, Collectors.counting()));

        assertThat(chosen).hasSize(2).allSatisfy((_, times) -> assertThat(times).isGreaterThan(60));
    }

    @Test
    void saysWhatRefusesTheNearestMember() {
        Appointment taken = booked("a", NINE, BELL);
        terms = closing(GREY);

        assertThat(decide(wanted(NINE, DOCTORS), taken)).isEqualTo(
                new Decision.Rejected(RejectionReason.SLOT_TAKEN, Evidence.blockedBy(taken.id())));
        terms = closing(GREY, BELL);
        assertThat(decide(wanted(NINE, DOCTORS))).isEqualTo(new Decision.Rejected(
                RejectionReason.OUTSIDE_OPENING_HOURS, Evidence.setting("hours of", BELL)));
    }

    @Test
    void refusesWhatNobodyCanHaveBeforeItLooksAtMembers() {
        Appointment other = Given.requested(Given.booking("a", NINE));

        assertThat(decide(wanted(NINE, DOCTORS), other)).isEqualTo(
                new Decision.Rejected(RejectionReason.PATIENT_BUSY, Evidence.blockedBy(other.id())));
    }

    @Test
    void waitsForAPoolThatNobodyHasDefined() {
        assertThat(decide(wanted(NINE, ResourceId.of("pool:none"))))
                .isEqualTo(new Decision.Rejected(RejectionReason.UNKNOWN_RESOURCE));
    }

    @Test
    void refusesARetiredPool() {
        terms = Given.TERMS.knowingPools(
                List.of(new Pool(BOTH.id(), Optional.empty(), 2, Given.writer("retire"), Given.NOW)));

        assertThat(decide(wanted(NINE, DOCTORS))).isEqualTo(new Decision.Rejected(RejectionReason.RESOURCE_RETIRED));
    }

    @Test
    void passesOverARetiredMember() {
        terms = terms.knowing(List.of(Given.retired(BELL)));

        assertThat(assigned(wanted(NINE, DOCTORS))).containsExactly(GREY);
    }

    @Test
    void refusesMoreMembersThanOneTransactionReads() {
        terms = Given.TERMS.knowingPools(List.of(many("p", 25), many("q", 5), many("r", 6)));

        assertThat(assigned(wanted(NINE, ResourceId.of("pool:p"), ResourceId.of("pool:q")))).hasSize(2);
        assertThat(decide(wanted(NINE, ResourceId.of("pool:p"), ResourceId.of("pool:r"))))
                .isEqualTo(new Decision.Rejected(RejectionReason.TOO_MANY_CANDIDATES));
    }

    /** An override puts nobody where it is not needed. */
    @Test
    void takesAMemberThatNeedsNoOverrideFirst() {
        Appointment taken = booked("a", NINE, BELL);

        assertThat(Stream.of("x", "y", "z", "v").map(id -> resources(overridden(id, NINE), taken)))
                .allMatch(List.of(GREY)::equals);
        assertThat(resources(overridden("x", NINE), taken, booked("b", Given.slot("09:30", "11:00"), GREY)))
                .containsExactly(BELL);
    }

    @Test
    void keepsThePresentMemberInAMoveWhenItIsFree() {
        Appointment booked = fromPool(BELL);
        Appointment busier = booked("a", Given.slot("14:00", "16:00"), BELL);

        assertThat(moved(booked, Given.slot("11:00", "12:00"), booked.wantedResources(), busier))
                .containsExactly(BELL);
        assertThat(moved(booked, Given.slot("14:00", "15:00"), booked.wantedResources(), busier))
                .containsExactly(GREY);
    }

    @Test
    void changesNothingWhereTheMemberCanStay() {
        Appointment booked = fromPool(BELL);

        assertThat(move(booked, NINE, booked.wantedResources())).isEqualTo(new Decision.Repeated(booked));
        assertThat(move(booked, NINE, List.of(DOCTORS))).isEqualTo(new Decision.Repeated(booked));
    }

    @Test
    void replacesAMemberThatMayNoLongerServe() {
        Appointment booked = fromPool(BELL);
        terms = closing(BELL);

        assertThat(moved(booked, NINE, booked.wantedResources())).containsExactly(GREY);
    }

    @Test
    void keepsANamedResourceInAMoveWhateverItsPools() {
        Appointment named = booked("wanted", NINE, BELL);

        assertThat(moved(named, Given.slot("11:00", "12:00"), named.wantedResources())).containsExactly(BELL);
    }

    private static Pool many(String id, int members) {
        return Given.pool(id, IntStream.range(0, members).mapToObj(number -> ResourceId.of(id + ":" + number))
                .toArray(ResourceId[]::new));
    }

    private BookingTerms closing(ResourceId... closed) {
        return terms.knowing(Stream.of(closed).map(id -> Given.working(id)).toList());
    }

    private static Decision.Rejected noMember(String pool) {
        return new Decision.Rejected(RejectionReason.SLOT_TAKEN, Evidence.setting("members of", pool));
    }

    private static Booking wanted(TimeSlot slot, ResourceId... resources) {
        return Given.booking("wanted", slot, resources);
    }

    private static Appointment booked(String id, TimeSlot slot, ResourceId... resources) {
        return Given.requested(Given.bookingOf(new PatientId("other-" + id), id, slot, resources));
    }

    private Appointment fromPool(ResourceId member) {
        return booked("wanted", NINE, member).from(Map.of(member, BOTH.id()));
    }

    private static Provenance overridden(String request) {
        return new Provenance(new RequestId(request), Optional.of(Given.NOW), Provenance.CLIENT,
                Optional.of(new StaffOverride("dr", new ReasonCode("EMERGENCY"))), Given.NOW);
    }

    private Appointment overridden(String id, TimeSlot slot) {
        return Appointment.requested(Given.booking(id, slot, DOCTORS), overridden(id), terms);
    }

    private List<ResourceId> assigned(Booking wanted, Appointment... others) {
        return resources(Appointment.requested(wanted, Given.provenance(Given.requestOf(wanted)), terms), others);
    }

    private List<ResourceId> resources(Appointment wanted, Appointment... others) {
        return ((Decision.Granted) decide(wanted, others)).appointment().booking().resources();
    }

    private Decision decide(Booking wanted, Appointment... others) {
        return decide(Appointment.requested(wanted, Given.provenance(Given.requestOf(wanted)), terms), others);
    }

    private Decision decide(Appointment wanted, Appointment... others) {
        return BookingPolicy.decide(wanted, new BookingSituation(Optional.of(Given.patient(Given.ADA)),
                Optional.empty(), days(wanted.booking(), others), List.of()), terms);
    }

    private List<ResourceId> moved(Appointment existing, TimeSlot slot, List<ResourceId> resources,
            Appointment... others) {
        return ((Decision.Granted) move(existing, slot, resources, others)).appointment().booking().resources();
    }

    private Decision move(Appointment existing, TimeSlot slot, List<ResourceId> resources, Appointment... others) {
        Booking moved = existing.booking().movedTo(slot, resources);
        Appointment[] all = Stream.concat(Stream.of(existing), Stream.of(others)).toArray(Appointment[]::new);
        return new ChangePolicy(terms, Given.DAY_AND_TWO_HOURS).reschedule(existing, moved, days(moved, all),
                Given.BERLIN, Given.provenance(new RequestId("move")));
    }

    private List<CalendarDay> days(Booking wanted, Appointment... others) {
        return terms.daysWithin(wanted).stream().map(id -> new CalendarDay(id, Stream.of(others)
                .flatMap(other -> other.claims().stream().filter(claim -> claim.touches(id))
                        .map(claim -> new CalendarDay.Busy(claim.interval(), other.id())))
                .toList(), 1)).toList();
    }
}
