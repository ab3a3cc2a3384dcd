package clinic.appointments.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule exactly where it begins to hold. */
class BookingRulesTest {

    private static final TimeSlot SLOT = Given.slot("09:00", "09:30");
    private static final Instant START = Instant.parse("2026-03-17T08:00:00Z");
    private static final StaffOverride OVERRIDE = new StaffOverride("head-nurse", new ReasonCode("EMERGENCY"));
    private static final BookingTerms.Limits LIMITS = new BookingTerms.Limits(Duration.ofMinutes(30),
            Duration.ofDays(10), Duration.ofMinutes(15), Duration.ofHours(2), Duration.ofHours(1));
    private static final BookingTerms TERMS = Given.terms(LIMITS);

    @ParameterizedTest(name = "asked at {0}: {1}")
    @CsvSource({"2026-03-07T07:59:59.999Z, BEYOND_HORIZON", "2026-03-07T08:00:00Z,", "2026-03-17T07:30:00Z,",
            "2026-03-17T07:30:00.001Z, NOTICE_TOO_SHORT", "2026-03-17T07:59:59.999Z, NOTICE_TOO_SHORT",
            "2026-03-17T08:00:00Z, IN_THE_PAST"})
    void keepsNoticeAndHorizon(Instant now, RejectionReason refusal) {
        assertThat(refusal(TERMS, now, SLOT)).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest(name = "09:00 to {0}: {1}")
    @CsvSource({"09:14, DURATION_TOO_SHORT", "09:15,", "11:00,", "11:01, DURATION_TOO_LONG"})
    void keepsTheShortestAndTheLongestDuration(String end, RejectionReason refusal) {
        assertThat(refusal(TERMS, Given.NOW, Given.slot("09:00", end))).isEqualTo(Optional.ofNullable(refusal));
    }

    /** Clocks go forward over one hour and back over another: what counts is how long it lasts. */
    @ParameterizedTest(name = "{0} {1}-{2}: {3}")
    @CsvSource({"2026-03-29, 01:50, 03:04, DURATION_TOO_SHORT", "2026-03-29, 01:50, 03:05,",
            "2026-10-25, 02:00, 03:00,", "2026-10-25, 01:59, 03:00, DURATION_TOO_LONG"})
    void measuresDurationsByTheTimeThatPasses(LocalDate date, LocalTime start, LocalTime end,
            RejectionReason refusal) {
        Instant now = date.minusDays(2).atStartOfDay(Given.BERLIN).toInstant();

        assertThat(refusal(TERMS, now, TimeSlot.of(date, start, end, Given.BERLIN)))
                .isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest(name = "asked at {0}: {1}")
    @CsvSource({"2026-03-17T07:00:00Z,", "2026-03-17T07:00:00.001Z, CHANGE_TOO_LATE"})
    void keepsTheNoticeOfAChange(Instant now, RejectionReason refusal) {
        assertThat(change(TERMS, now, Optional.empty())).allMatch(isRefusedWith(refusal));
        assertThat(change(TERMS, now, Optional.of(OVERRIDE))).allMatch(isRefusedWith(null));
    }

    @Test
    void canBeChangedUntilItStartsWhenThereIsNoNotice() {
        Appointment existing = Given.confirmed(Given.booking("a", SLOT));
        ChangePolicy policy = new ChangePolicy(Given.TERMS, Given.DAY_AND_TWO_HOURS);

        assertThat(policy.cancel(existing, List.of(), provenance(START, Optional.empty()), Optional.empty()))
                .isInstanceOf(Decision.Granted.class);
        assertThat(
                policy.cancel(existing, List.of(), provenance(START.plusMillis(1), Optional.empty()), Optional.empty()))
                .isEqualTo(new Decision.Rejected(RejectionReason.CHANGE_TOO_LATE,
                        Evidence.setting("changeNotice", Duration.ZERO)));
    }

    /** A history has room for 50 entries, of which two are kept for a confirmation and an end. */
    @Test
    void canBeMovedUntilItsHistoryIsFull() {
        ChangePolicy policy = new ChangePolicy(Given.TERMS, Given.DAY_AND_TWO_HOURS);
        Appointment moved = movedTimes(46);
        Appointment wornOut = movedTimes(47);

        assertThat(reschedule(policy, moved)).isInstanceOf(Decision.Granted.class);
        assertThat(reschedule(policy, wornOut)).isEqualTo(new Decision.Rejected(RejectionReason.TOO_MANY_CHANGES));
        assertThat(policy.confirm(wornOut, Given.BERLIN, provenance(Given.NOW, Optional.empty())))
                .isInstanceOf(Decision.Granted.class);
        assertThat(policy.cancel(wornOut, List.of(), provenance(Given.NOW, Optional.empty()), Optional.empty()))
                .isInstanceOf(Decision.Granted.class);
    }

    /** The clinic is open on Tuesdays 08:00-12:00, 13:00-17:00 and 22:00-24:00, and on Wednesdays 00:00-02:00. */
    @ParameterizedTest(name = "{0} {1}-{2} in {3}: open {4}")
    @CsvSource({"2026-03-17, 08:00, 12:00, Europe/Berlin, true", "2026-03-17, 07:59, 08:30, Europe/Berlin, false",
            "2026-03-17, 11:30, 12:01, Europe/Berlin, false", "2026-03-17, 11:30, 13:30, Europe/Berlin, false",
            "2026-03-17, 13:00, 17:00, Europe/Berlin, true", "2026-03-18, 08:00, 09:00, Europe/Berlin, false",
            // By its own clock it is 17:00 there when it is 22:00 in Berlin.
            "2026-03-17, 17:00, 19:00, America/New_York, true", "2026-03-17, 16:59, 18:00, America/New_York, false",
            "2026-03-17, 19:00, 21:00, America/New_York, true", "2026-03-17, 19:00, 21:01, America/New_York, false",
            // Two spans that meet at midnight are one.
            "2026-03-17, 18:30, 19:30, America/New_York, true", "2026-03-17, 22:00, 00:00, Europe/Berlin, true",
            "2026-03-17, 18:30, 21:01, America/New_York, false"})
    void keepsOpeningHoursByTheClinicsClock(LocalDate date, LocalTime start, LocalTime end, ZoneId zone,
            boolean open) {
        OpeningHours hours = new OpeningHours(Map.of(DayOfWeek.TUESDAY,
                List.of(span("08:00", "12:00"), span("13:00", "17:00"), span("22:00", "00:00")),
                DayOfWeek.WEDNESDAY, List.of(span("00:00", "02:00"))));

        assertThat(refusal(openAt(hours), Given.NOW, TimeSlot.of(date, start, end, zone), Given.DR_GREY))
                .isEqualTo(open ? Optional.empty() : Optional.of(RejectionReason.OUTSIDE_OPENING_HOURS));
    }

    /**
     * Open every day 01:00-02:30 and 03:00-04:00: Berlin has 01:00-02:00 and, without an hour in between, 03:00-04:00,
     * or twice 02:00-03:00.
     */
    @ParameterizedTest(name = "{0} {1}-{2} in {3}: open {4}")
    @CsvSource({"2026-03-29, 01:00, 01:59, Europe/Berlin, true", "2026-03-29, 03:00, 04:00, Europe/Berlin, true",
            "2026-03-29, 03:00, 04:01, Europe/Berlin, false", "2026-03-29, 00:00, 01:30, UTC, true",
            "2026-03-29, 00:00, 01:31, UTC, true", "2026-03-29, 00:00, 02:01, UTC, false",
            "2026-10-25, 01:00, 02:30, Europe/Berlin, true",
            "2026-10-25, 01:00, 02:31, Europe/Berlin, false", "2026-10-25, 00:00, 00:30, UTC, true",
            "2026-10-25, 01:00, 01:30, UTC, false", "2026-10-25, 02:00, 03:00, UTC, true"})
    void keepsOpeningHoursOnDaysOnWhichClocksChange(LocalDate date, LocalTime start, LocalTime end, ZoneId zone,
            boolean open) {
        OpeningHours hours = new OpeningHours(Stream.of(DayOfWeek.values()).collect(
                Collectors.toMap(day -> day, _ -> List.of(span("01:00", "02:30"), span("03:00", "04:00")))));

        assertThat(refusal(openAt(hours), Given.NOW, TimeSlot.of(date, start, end, zone), Given.DR_GREY))
                .isEqualTo(open ? Optional.empty() : Optional.of(RejectionReason.OUTSIDE_OPENING_HOURS));
    }

    /** Nor does an override: more does not fit into an item. */
    @Test
    void writesNoMoreClaimsOnADayThanFit() {
        Appointment wanted = wanted(Given.TERMS, Given.NOW, SLOT, Optional.of(OVERRIDE), Given.ROOM_1);
        CalendarId day = new CalendarId(new CalendarOwner.OfResource(Given.ROOM_1),
                LocalDate.ofInstant(START, ZoneOffset.UTC));
        List<CalendarDay.Busy> claims = IntStream.range(0, CalendarDay.MAX_CLAIMS)
                .mapToObj(number -> new CalendarDay.Busy(wanted.interval(), new AppointmentId("a" + number))).toList();

        assertThat(new BookingRules(wanted, List.of(new CalendarDay(day, claims, 1)), Given.TERMS).refusal())
                .contains(RejectionReason.DAY_FULL);
        assertThat(new BookingRules(wanted, List.of(new CalendarDay(day, claims.subList(1, claims.size()), 1)),
                Given.TERMS).refusal()).isEmpty();
    }

    @Test
    void needsEveryResourceToBeOpen() {
        BookingTerms terms = openAt(new OpeningHours(Map.of(DayOfWeek.MONDAY, List.of(span("09:00", "10:00")))));

        assertThat(refusal(terms, Given.NOW, SLOT, Given.ROOM_1)).isEmpty();
        assertThat(refusal(terms, Given.NOW, SLOT, Given.ROOM_1, Given.DR_GREY))
                .contains(RejectionReason.OUTSIDE_OPENING_HOURS);
    }

    /** The thirteen relations of Allen's interval algebra between 10:00-11:00, which is wanted, and what is taken. */
    @ParameterizedTest(name = "{0}: {1} is taken, refused {2}")
    @CsvSource({"precedes, 11:30-12:00, false", "is preceded by, 08:00-09:00, false", "meets, 11:00-12:00, false",
            "is met by, 09:00-10:00, false", "overlaps, 10:30-11:30, true", "is overlapped by, 09:30-10:30, true",
            "starts, 10:00-12:00, true", "is started by, 10:00-10:30, true", "during, 09:00-12:00, true",
            "contains, 10:15-10:45, true", "finishes, 09:00-11:00, true", "is finished by, 10:30-11:00, true",
            "equals, 10:00-11:00, true"})
    void refusesWhatOverlaps(String relation, String taken, boolean refused) {
        TimeSlot wanted = Given.slot("10:00", "11:00");

        assertThat(refusal(Given.TERMS, wanted, List.of(), taken)).as("resource that " + relation)
                .isEqualTo(refused ? Optional.of(RejectionReason.SLOT_TAKEN) : Optional.empty());
        assertThat(refusal(Given.TERMS, wanted, List.of(taken))).as("patient that " + relation)
                .isEqualTo(refused ? Optional.of(RejectionReason.PATIENT_BUSY) : Optional.empty());
    }

    @Test
    void namesThePatientFirstWhenBothAreBusy() {
        assertThat(refusal(Given.TERMS, SLOT, List.of("09:00-10:00"), "09:00-10:00"))
                .contains(RejectionReason.PATIENT_BUSY);
    }

    /** 10:00-11:00 is wanted; what counts is how many are there at one and the same time. */
    @ParameterizedTest(name = "of {0} at once, with {1}: full {2}")
    @CsvSource({"1, 10:59-12:00, true", "1, 11:00-12:00 09:00-10:00, false", "2, 10:00-11:00, false",
            "2, 10:00-11:00 10:00-11:00, true", "2, 09:00-10:30 10:30-12:00, false",
            "2, 09:00-10:31 10:30-12:00, true", "2, 10:00-10:20 10:20-10:40 10:40-11:00, false",
            "2, 08:00-09:30 09:00-10:00 09:00-10:00, false", "3, 09:30-10:30 10:00-11:00, false",
            "3, 09:00-10:15 10:10-10:30 10:15-10:40 10:30-12:00, false",
            "3, 09:00-10:16 10:10-10:30 10:15-10:40 10:30-12:00, true",
            "3, 09:00-12:00 09:00-12:00 10:59-11:30, true", "3, 09:00-12:00 09:00-12:00 11:00-11:30, false"})
    void countsWhatIsThereAtOnce(int capacity, String taken, boolean full) {
        BookingTerms terms = practitioners(
                new ResourceTerms(capacity, Buffer.NONE, OpeningHours.ALWAYS, Optional.empty()));

        assertThat(refusal(terms, Given.slot("10:00", "11:00"), List.of(), taken.split(" ")))
                .isEqualTo(full ? Optional.of(RejectionReason.SLOT_TAKEN) : Optional.empty());
    }

    /** 15 minutes before and 30 after; 10:00-11:00 is taken, and with the time around it 09:45-11:30. */
    @ParameterizedTest(name = "{0}-{1}: {2}")
    @CsvSource({"08:45, 09:15,", "08:45, 09:16, SLOT_TAKEN", "11:45, 12:15,", "11:44, 12:15, SLOT_TAKEN"})
    void keepsTimeAroundEveryAppointmentOfAResource(String start, String end, RejectionReason refusal) {
        BookingTerms terms = practitioners(new ResourceTerms(1,
                new Buffer(Duration.ofMinutes(15), Duration.ofMinutes(30)), OpeningHours.ALWAYS, Optional.empty()));

        assertThat(refusal(terms, Given.slot(start, end), List.of(), "09:45-11:30"))
                .isEqualTo(Optional.ofNullable(refusal));
        assertThat(refusal(terms, Given.slot("11:00", "11:30"), List.of("10:00-11:00"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTICE_TOO_SHORT", "DURATION_TOO_SHORT", "DURATION_TOO_LONG",
            "OUTSIDE_OPENING_HOURS", "SLOT_TAKEN", "PATIENT_BUSY"})
    void liftsWhatIsPolicyForTheStaff(RejectionReason reason) {
        Appointment wanted = breaking(reason, Optional.empty());
        Appointment overridden = breaking(reason, Optional.of(OVERRIDE));
        OpeningHours hours = new OpeningHours(Map.of(DayOfWeek.TUESDAY, List.of(span("08:00", "18:00"))));
        BookingTerms terms = Given.terms(LIMITS,
                Map.of("practitioner", new ResourceTerms(1, Buffer.NONE, hours, Optional.empty())));
        List<CalendarDay> days = days(wanted,
                reason == RejectionReason.PATIENT_BUSY ? List.of("09:00-10:00") : List.of(),
                reason == RejectionReason.SLOT_TAKEN ? new String[]{"09:00-10:00"} : new String[0]);

        assertThat(new BookingRules(wanted, days, terms).refusal()).contains(reason);
        assertThat(new BookingRules(overridden, days, terms).refusal()).isEmpty();
    }

    @Test
    void liftsNotTheHorizonBeyondWhichNobodyLooksForWhatIsOverdue() {
        Appointment overridden = breaking(RejectionReason.BEYOND_HORIZON, Optional.of(OVERRIDE));

        assertThat(new BookingRules(overridden, List.of(), TERMS).refusal()).contains(RejectionReason.BEYOND_HORIZON);
    }

    @Test
    void liftsNeitherThePastNorASkippedTime() {
        TimeSlot skipped = TimeSlot.of(LocalDate.parse("2026-03-29"), LocalTime.of(2, 0), LocalTime.of(4, 0),
                Given.BERLIN);

        assertThat(new BookingRules(wanted(TERMS, START, SLOT, Optional.of(OVERRIDE)), List.of(), TERMS).refusal())
                .contains(RejectionReason.IN_THE_PAST);
        assertThat(new BookingRules(wanted(TERMS, Given.NOW, skipped, Optional.of(OVERRIDE)), List.of(), TERMS)
                .refusal()).contains(RejectionReason.LOCAL_TIME_SKIPPED);
    }

    private static Appointment movedTimes(int times) {
        Appointment appointment = Given.requested(Given.booking("a", SLOT));
        for (int move = 1; move <= times; move++) {
            appointment = appointment.rescheduled(Given.provenance(new RequestId("move-" + move)),
                    elsewhere(appointment.booking()), Given.TERMS, Given.DAY_AND_TWO_HOURS, Given.BERLIN);
        }
        return appointment;
    }

    private static Booking elsewhere(Booking booking) {
        return booking.movedTo(booking.slot(),
                booking.resources().isEmpty() ? List.of(Given.ROOM_1) : List.of());
    }

    private static Decision reschedule(ChangePolicy policy, Appointment existing) {
        return policy.reschedule(existing, elsewhere(existing.booking()), List.of(), Given.BERLIN,
                provenance(Given.NOW, Optional.empty()));
    }

    private static Appointment breaking(RejectionReason reason, Optional<StaffOverride> override) {
        return switch (reason) {
            case NOTICE_TOO_SHORT -> wanted(TERMS, START.minusSeconds(60), SLOT, override, Given.DR_GREY);
            case BEYOND_HORIZON -> wanted(TERMS, START.minus(Duration.ofDays(11)), SLOT, override, Given.DR_GREY);
            case DURATION_TOO_SHORT ->
                wanted(TERMS, Given.NOW, Given.slot("09:00", "09:01"), override, Given.DR_GREY);
            case DURATION_TOO_LONG -> wanted(TERMS, Given.NOW, Given.slot("09:00", "12:00"), override, Given.DR_GREY);
            case OUTSIDE_OPENING_HOURS ->
                wanted(TERMS, Given.NOW, Given.slot("19:00", "20:00"), override, Given.DR_GREY);
            default -> wanted(TERMS, Given.NOW, SLOT, override, Given.DR_GREY);
        };
    }

    private static Predicate<Decision> isRefusedWith(RejectionReason refusal) {
        return decision -> refusal == null
                ? decision instanceof Decision.Granted
                : decision instanceof Decision.Rejected(var reason, var _) && reason == refusal;
    }

    /** Moving and cancelling. */
    private static List<Decision> change(BookingTerms terms, Instant now, Optional<StaffOverride> override) {
        Appointment existing = Given.confirmed(Given.booking("a", SLOT));
        ChangePolicy policy = new ChangePolicy(terms, Given.DAY_AND_TWO_HOURS);
        Booking moved = existing.booking().movedTo(Given.slot("12:00", "12:30"), List.of());
        return List.of(policy.cancel(existing, List.of(), provenance(now, override), Optional.empty()),
                policy.reschedule(existing, moved, List.of(), Given.BERLIN, provenance(now, override)));
    }

    @ParameterizedTest
    @CsvSource({"NOTICE_TOO_SHORT, minimumNotice", "BEYOND_HORIZON, horizon", "DURATION_TOO_SHORT, shortest",
            "DURATION_TOO_LONG, longest", "IN_THE_PAST,"})
    void tellTheSettingThatIsNotMet(RejectionReason reason, String setting) {
        Appointment wanted = wanted(TERMS, Given.NOW, SLOT, Optional.empty());
        assertThat(new BookingRules(wanted, List.of(), TERMS).rejected(reason).evidence().setting()
                .map(told -> told.split(" ", 2)[0])).isEqualTo(Optional.ofNullable(setting));
    }

    private static Optional<RejectionReason> refusal(BookingTerms terms, Instant now, TimeSlot slot,
            ResourceId... resources) {
        return new BookingRules(wanted(terms, now, slot, Optional.empty(), resources), List.of(), terms).refusal();
    }

    private static Optional<RejectionReason> refusal(BookingTerms terms, TimeSlot slot, List<String> takenOfPatient,
            String... takenOfResource) {
        Appointment wanted = wanted(terms, Given.NOW, slot, Optional.empty(), Given.DR_GREY);
        return new BookingRules(wanted, days(wanted, takenOfPatient, takenOfResource), terms).refusal();
    }

    private static List<CalendarDay> days(Appointment wanted, List<String> takenOfPatient, String... takenOfResource) {
        return CalendarId.touchedBy(wanted.claims()).stream().map(id -> new CalendarDay(id, switch (id.owner()) {
            case CalendarOwner.OfPatient _ -> busy(takenOfPatient);
            case CalendarOwner.OfResource _ -> busy(List.of(takenOfResource));
        }, 1)).toList();
    }

    private static List<CalendarDay.Busy> busy(List<String> taken) {
        return taken.stream().map(span -> span.split("-"))
                .map(ends -> new CalendarDay.Busy(Given.slot(ends[0], ends[1]).interval(), new AppointmentId("other")))
                .toList();
    }

    private static Appointment wanted(BookingTerms terms, Instant now, TimeSlot slot, Optional<StaffOverride> override,
            ResourceId... resources) {
        return Appointment.requested(Given.booking("wanted", slot, resources), provenance(now, override), terms);
    }

    private static Provenance provenance(Instant at, Optional<StaffOverride> override) {
        return new Provenance(new RequestId("wanted"), Optional.of(at), Provenance.CLIENT, override, at);
    }

    private static BookingTerms openAt(OpeningHours hours) {
        BookingTerms.Limits limits = new BookingTerms.Limits(Duration.ofMinutes(30), Duration.ofDays(400),
                Duration.ofMinutes(1), Duration.ofHours(4), Duration.ZERO);
        return Given.terms(limits,
                Map.of("practitioner", new ResourceTerms(1, Buffer.NONE, hours, Optional.empty())));
    }

    private static BookingTerms practitioners(ResourceTerms terms) {
        return Given.terms(Given.TERMS.limits(), Map.of("practitioner", terms));
    }

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
