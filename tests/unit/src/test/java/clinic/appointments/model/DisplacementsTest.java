package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.WorkingHours.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisplacementsTest {

    private static final DateRange ON_THE_DATE = DateRange.only(Given.DATE);
    private static final Instant BEFORE = Given.NOW.minusSeconds(60);
    private static final Period MORNINGS = new Period(Optional.empty(), Optional.empty(),
            Given.weekdays("08:00-12:00"));
    private static final BookingTerms TERMS = Given.terms(Given.TERMS.limits(), Map.of("room",
            new ResourceTerms(2, new Buffer(Duration.ZERO, Duration.ofMinutes(30)), OpeningHours.ALWAYS,
                    Optional.empty())));

    @Test
    void areAppointmentsOutsideTheHoursOfNow() {
        Appointment in = booked("a", "11:00", "12:00");
        Appointment across = booked("b", "11:30", "12:30");

        assertThat(displaced(Given.working(Given.ROOM_1, MORNINGS), in, across))
                .containsExactly("b OUTSIDE_OPENING_HOURS");
    }

    @Test
    void areAllAppointmentsOfARetiredResource() {
        assertThat(displaced(Given.retired(Given.ROOM_1), booked("b", "11:00", "12:00"), booked("a", "09:00", "10:00"),
                overridden("c", "15:00", BEFORE)))
                .containsExactly("a RESOURCE_RETIRED", "b RESOURCE_RETIRED", "c RESOURCE_RETIRED");
    }

    /** The buffers of the booking count: half an hour after each. */
    @Test
    void areAllThatOverlapWhereTheCapacityHasShrunk() {
        Appointment one = booked("a", "09:00", "10:00");
        Appointment next = booked("b", "10:15", "11:00");
        Appointment apart = booked("c", "11:30", "12:00");

        assertThat(displaced(ofCapacity(1), one, next, apart)).containsExactly("a SLOT_TAKEN", "b SLOT_TAKEN");
        assertThat(displaced(ofCapacity(2), one, next, apart)).isEmpty();
    }

    @Test
    void areNoneThatStaffPlacedAfterTheDefinition() {
        assertThat(displaced(Given.working(Given.ROOM_1, MORNINGS), overridden("old", "13:00", BEFORE),
                overridden("new", "15:00", Given.NOW))).containsExactly("old OUTSIDE_OPENING_HOURS");
    }

    /** Otherwise a double booking on purpose would displace the appointment that was there before. */
    @Test
    void areNoneBesideOneThatStaffPlacedThere() {
        Appointment there = booked("a", "09:00", "10:00");

        assertThat(displaced(ofCapacity(1), there, overridden("b", "09:00", Given.NOW))).isEmpty();
        assertThat(displaced(ofCapacity(1), there, overridden("b", "09:00", BEFORE)))
                .containsExactlyInAnyOrder("a SLOT_TAKEN", "b SLOT_TAKEN");
    }

    @Test
    void areAheadAndActive() {
        Appointment over = booked("over", "15:00", "16:00");
        Appointment cancelled = booked("cancelled", "15:00", "16:00").cancelled(
                Given.provenance(new RequestId("cancel")), Optional.empty(), TERMS, Given.POLICY.plan());
        List<Appointment> booked = List.of(over, cancelled);

        assertThat(displacements(Given.retired(Given.ROOM_1), over.startAt()).among(booked, days(booked), ON_THE_DATE))
                .extracting(Displacement::appointment).containsExactly(over);
        assertThat(displacements(Given.retired(Given.ROOM_1), over.interval().end())
                .among(booked, days(booked), ON_THE_DATE)).isEmpty();
    }

    /** In Auckland the date is over before the afternoon of Berlin. */
    @Test
    void areOnLocalDatesOfTheResource() {
        Resource abroad = new Resource(Given.ROOM_1, ZoneId.of("Pacific/Auckland"), Optional.empty(), 1,
                Given.writer("retire"), Given.NOW);

        assertThat(displaced(abroad, booked("a", "09:00", "10:00"), booked("b", "15:00", "16:00")))
                .containsExactly("a RESOURCE_RETIRED");
    }

    @Test
    void areDecidedByDaysThatHoldEveryClaimOfTheDates() {
        Appointment late = booked("a", "23:00", "23:59");

        assertThat(displacements(Given.retired(Given.ROOM_1), Given.NOW).days(ON_THE_DATE))
                .containsAll(CalendarId.touchedBy(List.of(claim(late))));
    }

    /** A stage whose settings changed. */
    @Test
    void followTheRulesOfTheKindToo() {
        BookingTerms changed = Given.terms(Given.TERMS.limits(), Map.of("room",
                new ResourceTerms(1, Buffer.NONE, Given.weekdays("08:00-12:00"), Optional.empty())));
        List<Appointment> booked = List.of(booked("a", "13:00", "14:00"));

        assertThat(new Displacements(Given.ROOM_1, changed, Given.NOW).among(booked, days(booked), ON_THE_DATE))
                .extracting(Displacement::cause).containsExactly(RejectionReason.OUTSIDE_OPENING_HOURS);
    }

    private static List<String> displaced(Resource resource, Appointment... booked) {
        return displacements(resource, Given.NOW).among(List.of(booked), days(List.of(booked)), ON_THE_DATE).stream()
                .map(displaced -> displaced.appointment().id().value() + " " + displaced.cause()).toList();
    }

    private static Displacements displacements(Resource resource, Instant now) {
        return new Displacements(Given.ROOM_1, TERMS.knowing(List.of(resource)), now);
    }

    private static Resource ofCapacity(int capacity) {
        return Given.defined(Given.ROOM_1, new ResourceDetails(Optional.empty(), Optional.of(capacity),
                Optional.empty(), Optional.empty()));
    }

    private static Appointment booked(String id, String start, String end) {
        return Appointment.requested(Given.booking(id, Given.slot(start, end), Given.ROOM_1),
                Given.provenance(new RequestId("book-" + id)), TERMS);
    }

    private static Appointment overridden(String id, String start, Instant at) {
        Provenance placed = new Provenance(new RequestId("book-" + id), Optional.of(at), Provenance.CLIENT,
                Optional.of(new StaffOverride("boss", new ReasonCode("EMERGENCY"))), at);
        return Appointment.requested(Given.booking(id, Given.slot(start, start.replace(":00", ":30")), Given.ROOM_1),
                placed, TERMS);
    }

    private static List<CalendarDay> days(List<Appointment> booked) {
        return booked.stream().map(DisplacementsTest::claim).flatMap(Claim::days).distinct()
                .map(id -> booked.stream().filter(appointment -> claim(appointment).touches(id)).reduce(
                        CalendarDay.empty(id), (day, appointment) -> day.claimed(claim(appointment).interval(),
                                appointment.id()),
                        (one, _) -> one))
                .toList();
    }

    private static Claim claim(Appointment appointment) {
        return appointment.claims().stream().filter(claim -> claim.owner() instanceof CalendarOwner.OfResource)
                .findFirst().orElseThrow();
    }
}
