package clinic.appointments.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request and a visit type come to together. */
class VisitPlanTest {

    private static final BookingTerms TERMS = Given.TERMS.knowingPools(List.of(
            Given.pool("ab", ResourceId.of("r:a"), ResourceId.of("r:b")), Given.pool("a", ResourceId.of("r:a")),
            Given.pool("bc", ResourceId.of("r:b"), ResourceId.of("r:c"))));

    /** Resources by a letter, pools by the letters of their members. */
    @ParameterizedTest(name = "{0} for a type with {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,     -,       -
            x,     -,       x
            -,     x ab,    x ab
            x,     x,       x
            x,     y,       x y
            ab,    ab x,    ab x
            a,     ab,      a
            a,     ab bc,   a bc
            b,     ab bc,   b bc
            a,     bc,      a bc
            a,     ab a,    a ab
            x,     ab,      x ab
            a b,   ab bc,   a b
            c a,   ab bc,   c a
            a,     ab (a),  a ab
            a b,   ab (a),  a b
            a b,   ab,      a b
            a ab,  ab,      a ab
            b ab,  ab bc,   b ab
            """)
    void namesEachResourceAndEachPlaceOnce(String named, String ofType, String together) {
        VisitType type = Given.visitType("v", Duration.ofMinutes(20), ids(ofType).toArray(ResourceId[]::new));

        assertThat(VisitPlan.of(Optional.of(type), ids(named), TERMS)).isInstanceOfSatisfying(VisitPlan.Usable.class,
                plan -> assertThat(plan.resources()).containsExactlyElementsOf(ids(together)));
    }

    /** The last one of the longer pool is needed by the shorter one. */
    @Test
    void takesThePlaceThatNobodyElseCanTake() {
        assertThat(new VisitResources(ids("a"), ids("ab (a)"), TERMS.resources()).together()).isEqualTo(ids("a ab"));
    }

    @Test
    void refusesMoreResourcesThanAnAppointmentCanHave() {
        VisitType type = Given.visitType("v", Duration.ofMinutes(20), ids("p q r s t").toArray(ResourceId[]::new));

        assertThat(VisitPlan.of(Optional.of(type), ids("p u v w x y"), TERMS)).isInstanceOf(VisitPlan.Usable.class);
        assertThat(VisitPlan.of(Optional.of(type), ids("u v w x y z"), TERMS)).isEqualTo(new VisitPlan.Refused(
                new Decision.Rejected(RejectionReason.INVALID_RESOURCE_IDS, Evidence.setting("most resources", 10))));
    }

    @Test
    void refusesATypeThatIsUnknownOrRetired() {
        VisitType retired = new VisitType(new VisitTypeId("v"), Optional.empty(), 2, Given.writer("retire"), Given.NOW);

        assertThat(VisitPlan.of(Optional.empty(), List.of(), TERMS)).isEqualTo(
                new VisitPlan.Refused(new Decision.Rejected(RejectionReason.UNKNOWN_VISIT_TYPE)));
        assertThat(VisitPlan.of(Optional.of(retired), List.of(), TERMS)).isEqualTo(
                new VisitPlan.Refused(new Decision.Rejected(RejectionReason.VISIT_TYPE_RETIRED)));
    }

    /** Berlin skips 02:00 to 03:00 on 29 March 2026, and has it twice on 25 October. */
    @ParameterizedTest(name = "{0} {1} for {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            2026-03-17, 09:00, PT40M,  09:40
            2026-03-17, 23:20, PT40M,  00:00
            2026-03-17, 23:21, PT40M,  -
            2026-03-17, 00:00, PT24H,  00:00
            2026-03-29, 01:30, PT30M,  03:00
            2026-03-29, 01:30, PT1H,   03:30
            2026-03-29, 02:30, PT1H,   04:30
            2026-03-29, 00:00, PT23H,  00:00
            2026-10-25, 01:30, PT1H,   02:30
            2026-10-25, 01:30, PT2H,   -
            2026-10-25, 01:30, PT3H,   03:30
            2026-10-25, 02:30, PT1H,   -
            2026-10-25, 00:00, PT25H,  00:00
            """)
    void endsAfterTheDurationHasElapsed(LocalDate date, LocalTime start, Duration duration, LocalTime end) {
        assertThat(new OpenSlot(date, start, Optional.empty()).in(Given.BERLIN, duration)).isEqualTo(
                Optional.ofNullable(end).map(known -> TimeSlot.of(date, start, known, Given.BERLIN)));
    }

    /** It is refused as a time that does not exist. */
    @Test
    void leavesAStartThatClocksSkipAsItIsWritten() {
        assertThat(new OpenSlot(LocalDate.parse("2026-03-29"), LocalTime.parse("02:30"), Optional.empty())
                .in(Given.BERLIN, Duration.ofHours(1)).orElseThrow().isSkippedByClockChange()).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
            PT5M/PT5M,   PT0M/PT10M,  PT5M/PT10M
            PT0M/PT10M,  PT5M/PT5M,   PT5M/PT10M
            PT0M/PT0M,   PT15M/PT0M,  PT15M/PT0M
            PT15M/PT20M, PT0M/PT0M,   PT15M/PT20M
            """)
    void hasTheLargerBufferOnEachSide(String ofResource, String ofType, String effective) {
        BookingTerms terms = Given.TERMS.knowing(List.of(Given.defined(Given.ROOM_1, new ResourceDetails(
                Optional.empty(), Optional.empty(), Optional.of(buffer(ofResource)), Optional.empty()))));

        assertThat(terms.buffersOf(booking(visit(buffer(ofType), Duration.ZERO))).of(Given.ROOM_1))
                .isEqualTo(buffer(effective));
    }

    @Test
    void needsTheStricterNotice() {
        BookingTerms stage = Given.terms(new BookingTerms.Limits(Duration.ofHours(2), Duration.ofDays(366),
                Duration.ofMinutes(1), Duration.ofDays(1), Duration.ZERO));

        assertThat(refusal(visit(Buffer.NONE, Duration.ofDays(8)), stage)).contains(new Decision.Rejected(
                RejectionReason.NOTICE_TOO_SHORT, Evidence.setting("minimumNotice", Duration.ofDays(8))));
        assertThat(refusal(visit(Buffer.NONE, Duration.ofHours(1)), stage)).isEmpty();
        BookingTerms strict = Given.terms(new BookingTerms.Limits(Duration.ofDays(9), Duration.ofDays(366),
                Duration.ofMinutes(1), Duration.ofDays(1), Duration.ZERO));
        assertThat(refusal(visit(Buffer.NONE, Duration.ofDays(8)), strict)).contains(new Decision.Rejected(
                RejectionReason.NOTICE_TOO_SHORT, Evidence.setting("minimumNotice", Duration.ofDays(9))));
    }

    @ParameterizedTest(name = "stage {0}, type {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,    -,    -
            PT4H, -,    PT4H
            -,    PT2H, PT2H
            PT4H, PT2H, PT2H
            PT1H, PT2H, PT1H
            """)
    void holdsForTheShortestTime(Duration ofStage, Duration ofType, Duration effective) {
        BookingTerms terms = new BookingTerms(BookingTerms.Limits.DEFAULT, Optional.ofNullable(ofStage), Given.BERLIN,
                Duration.ofDays(30), java.util.Map.of());
        VisitType type = Given.visitType("v", new VisitTypeDetails(Duration.ofMinutes(30), Optional.empty(), List.of(),
                Optional.empty(), Optional.ofNullable(ofType)));
        VisitPlan.Usable plan = (VisitPlan.Usable) VisitPlan.of(Optional.of(type), List.of(), terms);

        assertThat(plan.terms().holdEnd(Given.booking("a", Given.slot("09:00", "09:30")), Given.NOW))
                .isEqualTo(Optional.ofNullable(effective).map(Given.NOW::plus));
    }

    private static Optional<Decision.Rejected> refusal(VisitTerms visit, BookingTerms terms) {
        BookingRules rules = new BookingRules(Appointment.requested(booking(visit),
                Given.provenance(new RequestId("r")), terms), List.of(), terms);
        return rules.refusal().map(rules::rejected);
    }

    private static Booking booking(VisitTerms visit) {
        return new Booking(new AppointmentId("a"), Given.ADA, List.of(Given.ROOM_1), Given.slot("09:00", "09:30"),
                Optional.empty(), Optional.of(visit));
    }

    private static VisitTerms visit(Buffer buffer, Duration notice) {
        return new VisitTerms(new VisitTypeId("v"), 1, Duration.ofMinutes(30), buffer, notice);
    }

    private static Buffer buffer(String written) {
        String[] sides = written.split("/", 2);
        return new Buffer(Duration.parse(sides[0]), Duration.parse(sides[1]));
    }

    /** A letter is a resource; more letters, or those in brackets, are a pool. */
    private static List<ResourceId> ids(String written) {
        return Stream.ofNullable(written).flatMap(text -> Stream.of(text.split(" ", -1)))
                .map(id -> ResourceId.of(id.length() > 1 ? "pool:" + id.replaceAll("[()]", "") : "r:" + id)).toList();
    }
}
