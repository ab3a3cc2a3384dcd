package clinic.appointments.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.WorkingHours.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DefinedResourceTest {

    private static final Buffer QUARTER = new Buffer(Duration.ZERO, Duration.ofMinutes(15));
    private static final ResourceTerms KIND = new ResourceTerms(2, QUARTER, Given.weekdays("08:00-12:00"),
            Optional.of(Duration.ofHours(4)));
    private static final BookingTerms TERMS = Given.terms(Given.TERMS.limits(), Map.of("room", KIND));
    private static final Period AFTERNOONS = new Period(Optional.empty(), Optional.empty(),
            Given.weekdays("13:00-17:00"));
    private static final Provenance OVERRIDDEN = new Provenance(new RequestId("r"), Optional.of(Given.NOW),
            Provenance.CLIENT, Optional.of(new StaffOverride("boss", new ReasonCode("EMERGENCY"))), Given.NOW);
    private static final ResourceId ROOM_2 = ResourceId.of("room:2");

    @Test
    void hasTheRulesOfItsKindForWhatIsNotDefined() {
        BookingTerms known = TERMS.knowing(List.of(Given.defined(Given.ROOM_1, ResourceDetails.NONE)));

        assertThat(known.of(Given.ROOM_1)).isEqualTo(TERMS.of(Given.ROOM_1));
    }

    @Test
    void hasItsOwnRulesForWhatIsDefined() {
        Buffer own = new Buffer(Duration.ofMinutes(5), Duration.ZERO);
        BookingTerms known = TERMS.knowing(List.of(Given.defined(Given.ROOM_1, new ResourceDetails(
                Optional.of(List.of(AFTERNOONS)), Optional.of(1), Optional.of(own),
                Optional.of(Duration.ofHours(1))))));

        assertThat(known.of(Given.ROOM_1)).isEqualTo(new ResourceRules(1, own,
                new WorkingHours(List.of(AFTERNOONS), Given.BERLIN), Optional.of(Duration.ofHours(1))));
        assertThat(known.of(ROOM_2)).isEqualTo(TERMS.of(ROOM_2));
    }

    @Test
    void isBookedInItsOwnHoursOnly() {
        BookingTerms known = TERMS.knowing(List.of(Given.working(Given.ROOM_1, AFTERNOONS)));

        assertThat(decide(known, "13:00", "13:30", Given.ROOM_1)).isInstanceOf(Decision.Granted.class);
        assertThat(decide(known, "09:00", "09:30", Given.ROOM_1)).isEqualTo(new Decision.Rejected(
                RejectionReason.OUTSIDE_OPENING_HOURS, Evidence.setting("hours of", "room:1")));
        assertThat(decide(known, "13:00", "13:30", ROOM_2)).isEqualTo(new Decision.Rejected(
                RejectionReason.OUTSIDE_OPENING_HOURS, Evidence.setting("hours of", "room")));
    }

    @Test
    void cannotBeBookedOnceRetiredNotEvenWithAnOverride() {
        BookingTerms known = TERMS.knowing(List.of(Given.retired(Given.ROOM_1)));
        Booking booking = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);

        assertThat(decide(known, "09:00", "09:30", Given.ROOM_1))
                .isEqualTo(new Decision.Rejected(RejectionReason.RESOURCE_RETIRED));
        assertThat(decide(known, Appointment.requested(booking, OVERRIDDEN, known)))
                .isEqualTo(new Decision.Rejected(RejectionReason.RESOURCE_RETIRED));
    }

    /** The stage demands it; otherwise a resource that nobody defined has the rules of its kind. */
    @Test
    void mustBeDefinedWhereTheStageDemandsIt() {
        BookingTerms demanding = Given.demanding(TERMS);
        BookingTerms known = demanding.knowing(List.of(Given.defined(Given.ROOM_1, ResourceDetails.NONE)));

        assertThat(decide(demanding, "09:00", "09:30", Given.ROOM_1))
                .isEqualTo(new Decision.Rejected(RejectionReason.UNKNOWN_RESOURCE));
        assertThat(decide(known, "09:00", "09:30", Given.ROOM_1)).isInstanceOf(Decision.Granted.class);
        assertThat(decide(known, "09:00", "09:30", Given.ROOM_1, ROOM_2))
                .isEqualTo(new Decision.Rejected(RejectionReason.UNKNOWN_RESOURCE));
        assertThat(decide(demanding, "09:00", "09:30")).isInstanceOf(Decision.Granted.class);
    }

    /** What is refused anyway does not wait for a definition; an override does not replace it. */
    @Test
    void isTheLastThingThatIsAskedOfAnAppointment() {
        BookingTerms demanding = Given.demanding(TERMS);
        Booking booking = Given.booking("a", Given.slot("07:00", "07:30"), Given.ROOM_1);

        assertThat(decide(demanding, "07:00", "07:30", Given.ROOM_1)).isEqualTo(new Decision.Rejected(
                RejectionReason.OUTSIDE_OPENING_HOURS, Evidence.setting("hours of", "room")));
        assertThat(decide(demanding, Appointment.requested(booking, OVERRIDDEN, demanding)))
                .isEqualTo(new Decision.Rejected(RejectionReason.UNKNOWN_RESOURCE));
    }

    @Test
    void hasNoFreeSlotUntilItIsDefinedWhereTheStageDemandsIt() {
        FreeSlots.Wanted wanted = new FreeSlots.Wanted(Given.DATE, Given.BERLIN, Duration.ofHours(1),
                Duration.ofHours(1));
        BookingTerms demanding = Given.demanding(TERMS);
        FreeSlots before = new FreeSlots(Given.ROOM_1, demanding, Given.NOW);
        FreeSlots after = new FreeSlots(Given.ROOM_1,
                demanding.knowing(List.of(Given.defined(Given.ROOM_1, ResourceDetails.NONE))), Given.NOW);

        assertThat(before.among(empty(before.days(wanted)), wanted)).isEmpty();
        assertThat(after.among(empty(after.days(wanted)), wanted)).hasSize(4);
    }

    @Test
    void hasNoFreeSlotOnceRetired() {
        FreeSlots.Wanted wanted = new FreeSlots.Wanted(Given.DATE, Given.BERLIN, Duration.ofHours(1),
                Duration.ofHours(1));
        FreeSlots before = new FreeSlots(Given.ROOM_1, TERMS, Given.NOW);
        FreeSlots after = new FreeSlots(Given.ROOM_1, TERMS.knowing(List.of(Given.retired(Given.ROOM_1))), Given.NOW);

        assertThat(before.among(empty(before.days(wanted)), wanted)).hasSize(4);
        assertThat(after.among(empty(after.days(wanted)), wanted)).isEmpty();
    }

    /** The buffer of a kind must not come back for a resource that has none of its own. */
    @Test
    void keepsTheBuffersOfABookingApartByResource() {
        BookingTerms known = TERMS.knowing(List.of(Given.defined(Given.ROOM_1, new ResourceDetails(Optional.empty(),
                Optional.empty(), Optional.of(Buffer.NONE), Optional.empty()))));
        Buffers kept = known.buffersOf(Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1, ROOM_2));

        assertThat(kept).isEqualTo(new Buffers(Map.of("room:2", QUARTER)));
        assertThat(kept.of(Given.ROOM_1)).isEqualTo(Buffer.NONE);
        assertThat(kept.of(ROOM_2)).isEqualTo(QUARTER);
        assertThat(TERMS.buffersOf(Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1, ROOM_2)))
                .isEqualTo(new Buffers(Map.of("room", QUARTER)));
    }

    /** What is read before the definition is known holds every claim that the definition can make. */
    @Test
    void claimsOnlyDaysThatWereRead() {
        Booking late = Given.booking("a", Given.slot("23:00", "23:30"), Given.ROOM_1);
        BookingTerms known = TERMS.knowing(List.of(Given.defined(Given.ROOM_1, new ResourceDetails(Optional.empty(),
                Optional.empty(),
                Optional.of(new Buffer(ResourceDetails.MAX_BUFFER, ResourceDetails.MAX_BUFFER)), Optional.empty()))));
        List<CalendarId> claimed = CalendarId.touchedBy(Claim.of(late, known.buffersOf(late)));

        assertThat(claimed).hasSize(3);
        assertThat(TERMS.daysWithin(late)).containsAll(claimed);
    }

    @Test
    void writesNoDayThatItDoesNotClaim() {
        Booking late = Given.booking("a", Given.slot("22:00", "22:30"), Given.ROOM_1);
        List<CalendarId> read = TERMS.daysWithin(late);

        assertThat(read).hasSize(3);
        assertThat(decide(Given.TERMS, Given.requested(late))).isInstanceOfSatisfying(Decision.Granted.class,
                granted -> assertThat(granted.days()).extracting(CalendarDay::id)
                        .containsExactlyElementsOf(CalendarId.touchedBy(Given.requested(late).claims())));
    }

    @Test
    void keepsDatesInOnePeriodOnly() {
        LocalDate end = Given.DATE;
        Period before = new Period(Optional.empty(), Optional.of(end), Given.weekdays("08:00-12:00"));
        Period same = new Period(Optional.of(end), Optional.empty(), Given.weekdays("08:00-12:00"));
        Period after = new Period(Optional.of(end.plusDays(1)), Optional.empty(), Given.weekdays("08:00-12:00"));

        assertThat(withHours(after, before).accepted()).isEqualTo(withHours(after, before));
        assertThatThrownBy(() -> withHours(before, same).accepted())
                .hasMessage("hours must not have a date in two periods");
        assertThatThrownBy(() -> withHours(AFTERNOONS, before).accepted())
                .hasMessage("hours must not have a date in two periods");
    }

    private static ResourceDetails withHours(Period... periods) {
        return new ResourceDetails(Optional.of(List.of(periods)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Decision decide(BookingTerms terms, String start, String end, ResourceId... resources) {
        return decide(terms, Appointment.requested(Given.booking("a", Given.slot(start, end), resources),
                Given.provenance(new RequestId("r")), terms));
    }

    private static Decision decide(BookingTerms terms, Appointment wanted) {
        return BookingPolicy.decide(wanted, new BookingSituation(Optional.of(Given.patient(Given.ADA)),
                Optional.empty(), empty(terms.daysWithin(wanted.booking())),
                List.copyOf(terms.resources().known().values())), terms);
    }

    private static List<CalendarDay> empty(List<CalendarId> days) {
        return days.stream().map(CalendarDay::empty).toList();
    }
}
