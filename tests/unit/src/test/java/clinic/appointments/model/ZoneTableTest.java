package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clocks that change, on both halves of the earth, by an hour and by half of one, and zones that are whole, half and
 * quarter hours from UTC. The instants are written down, not computed.
 */
class ZoneTableTest {

    private static final BookingTerms TERMS = Given.terms(new BookingTerms.Limits(Duration.ZERO,
            Duration.ofDays(4000), Duration.ofMinutes(1), Duration.ofDays(1),
            Duration.ZERO), Map.of());
    /** Before every date of the table. */
    private static final Instant EARLY = Instant.parse("2018-01-01T00:00:00Z");

    /** First and last minute that the clocks skip, the first one that they show again, and when that is. */
    @ParameterizedTest(name = "in {0} on {1}, {2} to {3} are skipped")
    @CsvSource(textBlock = """
            Europe/Berlin,       2026-03-29, 02:00, 02:59, 03:00, 2026-03-29T01:00:00Z
            Europe/London,       2026-03-29, 01:00, 01:59, 02:00, 2026-03-29T01:00:00Z
            America/New_York,    2026-03-08, 02:00, 02:59, 03:00, 2026-03-08T07:00:00Z
            America/St_Johns,    2026-03-08, 02:00, 02:59, 03:00, 2026-03-08T05:30:00Z
            America/Santiago,    2026-09-06, 00:00, 00:59, 01:00, 2026-09-06T04:00:00Z
            America/Sao_Paulo,   2018-11-04, 00:00, 00:59, 01:00, 2018-11-04T03:00:00Z
            Australia/Lord_Howe, 2026-10-04, 02:00, 02:29, 02:30, 2026-10-03T15:30:00Z
            Australia/Adelaide,  2026-10-04, 02:00, 02:59, 03:00, 2026-10-03T16:30:00Z
            Pacific/Chatham,     2026-09-27, 02:45, 03:44, 03:45, 2026-09-26T14:00:00Z
            Pacific/Auckland,    2026-09-27, 02:00, 02:59, 03:00, 2026-09-26T14:00:00Z
            Asia/Jerusalem,      2026-03-27, 02:00, 02:59, 03:00, 2026-03-27T00:00:00Z
            Africa/Cairo,        2026-04-24, 00:00, 00:59, 01:00, 2026-04-23T22:00:00Z
            Africa/Casablanca,   2026-03-22, 02:00, 02:59, 03:00, 2026-03-22T02:00:00Z
            """)
    void refusesATimeThatTheClocksSkip(ZoneId zone, LocalDate date, LocalTime first, LocalTime last, LocalTime next,
            Instant nextAt) {
        LocalTime end = LocalTime.of(23, 59);

        assertThat(refusal(TimeSlot.of(date, first, end, zone))).contains(RejectionReason.LOCAL_TIME_SKIPPED);
        assertThat(refusal(TimeSlot.of(date, last, end, zone))).contains(RejectionReason.LOCAL_TIME_SKIPPED);
        assertThat(refusal(TimeSlot.of(date, next, end, zone))).isEmpty();
        assertThat(TimeSlot.of(date, next, end, zone).interval().start()).isEqualTo(nextAt);
        if (first.isAfter(LocalTime.MIDNIGHT)) {
            assertThat(refusal(TimeSlot.of(date, first.minusMinutes(1), next, zone))).isEmpty();
            assertThat(TimeSlot.of(date, first.minusMinutes(1), next, zone).interval())
                    .isEqualTo(new Interval(nextAt.minusSeconds(60), nextAt));
            assertThat(refusal(TimeSlot.of(date, first.minusMinutes(1), last, zone)))
                    .contains(RejectionReason.LOCAL_TIME_SKIPPED);
        }
    }

    /** First and last minute that the clocks show twice, and when they show them first. */
    @ParameterizedTest(name = "in {0} on {1}, {2} to {3} are shown twice")
    @CsvSource(textBlock = """
            Europe/Berlin,       2026-10-25, 02:00, 02:59, 2026-10-25T00:00:00Z, 2026-10-25T00:59:00Z
            Europe/London,       2026-10-25, 01:00, 01:59, 2026-10-25T00:00:00Z, 2026-10-25T00:59:00Z
            America/New_York,    2026-11-01, 01:00, 01:59, 2026-11-01T05:00:00Z, 2026-11-01T05:59:00Z
            America/St_Johns,    2026-11-01, 01:00, 01:59, 2026-11-01T03:30:00Z, 2026-11-01T04:29:00Z
            America/Santiago,    2026-04-04, 23:00, 23:59, 2026-04-05T02:00:00Z, 2026-04-05T02:59:00Z
            America/Sao_Paulo,   2018-02-17, 23:00, 23:59, 2018-02-18T01:00:00Z, 2018-02-18T01:59:00Z
            Australia/Lord_Howe, 2026-04-05, 01:30, 01:59, 2026-04-04T14:30:00Z, 2026-04-04T14:59:00Z
            Australia/Adelaide,  2026-04-05, 02:00, 02:59, 2026-04-04T15:30:00Z, 2026-04-04T16:29:00Z
            Pacific/Chatham,     2026-04-05, 02:45, 03:44, 2026-04-04T13:00:00Z, 2026-04-04T13:59:00Z
            Pacific/Auckland,    2026-04-05, 02:00, 02:59, 2026-04-04T13:00:00Z, 2026-04-04T13:59:00Z
            Asia/Jerusalem,      2026-10-25, 01:00, 01:59, 2026-10-24T22:00:00Z, 2026-10-24T22:59:00Z
            Africa/Cairo,        2026-10-29, 23:00, 23:59, 2026-10-29T20:00:00Z, 2026-10-29T20:59:00Z
            Africa/Casablanca,   2026-02-15, 02:00, 02:59, 2026-02-15T01:00:00Z, 2026-02-15T01:59:00Z
            """)
    void takesTheFirstOfTwoLikeTimes(ZoneId zone, LocalDate date, LocalTime first, LocalTime last, Instant firstAt,
            Instant lastAt) {
        TimeSlot slot = TimeSlot.of(date, first, last, zone);

        assertThat(refusal(slot)).isEmpty();
        assertThat(slot.interval()).isEqualTo(new Interval(firstAt, lastAt));
    }

    /**
     * Due of {@code PT24H}, {@code P1D} and {@code PT2H}: on the days on which clocks change, on an ordinary one, and a
     * day after a time that was skipped or shown twice.
     */
    @ParameterizedTest(name = "in {0} on {2} at {3}: {1}")
    @CsvSource(textBlock = """
            Europe/Berlin,       gap,               2026-03-29, 10:00, 2026-03-28T08:00:00Z, 2026-03-28T09:00:00Z, 2026-03-29T06:00:00Z
            Europe/Berlin,       day after gap,     2026-03-30, 02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z, 2026-03-29T22:30:00Z
            Europe/Berlin,       overlap,           2026-10-25, 10:00, 2026-10-24T09:00:00Z, 2026-10-24T08:00:00Z, 2026-10-25T07:00:00Z
            Europe/Berlin,       day after overlap, 2026-10-26, 02:30, 2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z, 2026-10-25T23:30:00Z
            Europe/Berlin,       ordinary,          2026-06-17, 10:00, 2026-06-16T08:00:00Z, 2026-06-16T08:00:00Z, 2026-06-17T06:00:00Z
            Europe/London,       gap,               2026-03-29, 10:00, 2026-03-28T09:00:00Z, 2026-03-28T10:00:00Z, 2026-03-29T07:00:00Z
            Europe/London,       day after gap,     2026-03-30, 01:30, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z, 2026-03-29T22:30:00Z
            Europe/London,       overlap,           2026-10-25, 10:00, 2026-10-24T10:00:00Z, 2026-10-24T09:00:00Z, 2026-10-25T08:00:00Z
            Europe/London,       day after overlap, 2026-10-26, 01:30, 2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z, 2026-10-25T23:30:00Z
            Europe/London,       ordinary,          2026-06-17, 10:00, 2026-06-16T09:00:00Z, 2026-06-16T09:00:00Z, 2026-06-17T07:00:00Z
            America/New_York,    gap,               2026-03-08, 10:00, 2026-03-07T14:00:00Z, 2026-03-07T15:00:00Z, 2026-03-08T12:00:00Z
            America/New_York,    day after gap,     2026-03-09, 02:30, 2026-03-08T06:30:00Z, 2026-03-08T07:30:00Z, 2026-03-09T04:30:00Z
            America/New_York,    overlap,           2026-11-01, 10:00, 2026-10-31T15:00:00Z, 2026-10-31T14:00:00Z, 2026-11-01T13:00:00Z
            America/New_York,    day after overlap, 2026-11-02, 01:30, 2026-11-01T06:30:00Z, 2026-11-01T05:30:00Z, 2026-11-02T04:30:00Z
            America/New_York,    ordinary,          2026-06-17, 10:00, 2026-06-16T14:00:00Z, 2026-06-16T14:00:00Z, 2026-06-17T12:00:00Z
            America/St_Johns,    gap,               2026-03-08, 10:00, 2026-03-07T12:30:00Z, 2026-03-07T13:30:00Z, 2026-03-08T10:30:00Z
            America/St_Johns,    day after gap,     2026-03-09, 02:30, 2026-03-08T05:00:00Z, 2026-03-08T06:00:00Z, 2026-03-09T03:00:00Z
            America/St_Johns,    overlap,           2026-11-01, 10:00, 2026-10-31T13:30:00Z, 2026-10-31T12:30:00Z, 2026-11-01T11:30:00Z
            America/St_Johns,    day after overlap, 2026-11-02, 01:30, 2026-11-01T05:00:00Z, 2026-11-01T04:00:00Z, 2026-11-02T03:00:00Z
            America/St_Johns,    ordinary,          2026-06-17, 10:00, 2026-06-16T12:30:00Z, 2026-06-16T12:30:00Z, 2026-06-17T10:30:00Z
            America/Santiago,    overlap,           2026-04-05, 10:00, 2026-04-04T14:00:00Z, 2026-04-04T13:00:00Z, 2026-04-05T12:00:00Z
            America/Santiago,    day after overlap, 2026-04-05, 23:30, 2026-04-05T03:30:00Z, 2026-04-05T02:30:00Z, 2026-04-06T01:30:00Z
            America/Santiago,    gap,               2026-09-06, 10:00, 2026-09-05T13:00:00Z, 2026-09-05T14:00:00Z, 2026-09-06T11:00:00Z
            America/Santiago,    day after gap,     2026-09-07, 00:30, 2026-09-06T03:30:00Z, 2026-09-06T04:30:00Z, 2026-09-07T01:30:00Z
            America/Santiago,    ordinary,          2026-06-17, 10:00, 2026-06-16T14:00:00Z, 2026-06-16T14:00:00Z, 2026-06-17T12:00:00Z
            America/Sao_Paulo,   overlap,           2018-02-18, 10:00, 2018-02-17T13:00:00Z, 2018-02-17T12:00:00Z, 2018-02-18T11:00:00Z
            America/Sao_Paulo,   day after overlap, 2018-02-18, 23:30, 2018-02-18T02:30:00Z, 2018-02-18T01:30:00Z, 2018-02-19T00:30:00Z
            America/Sao_Paulo,   gap,               2018-11-04, 10:00, 2018-11-03T12:00:00Z, 2018-11-03T13:00:00Z, 2018-11-04T10:00:00Z
            America/Sao_Paulo,   day after gap,     2018-11-05, 00:30, 2018-11-04T02:30:00Z, 2018-11-04T03:30:00Z, 2018-11-05T00:30:00Z
            America/Sao_Paulo,   ordinary,          2026-06-17, 10:00, 2026-06-16T13:00:00Z, 2026-06-16T13:00:00Z, 2026-06-17T11:00:00Z
            Australia/Lord_Howe, overlap,           2026-04-05, 10:00, 2026-04-03T23:30:00Z, 2026-04-03T23:00:00Z, 2026-04-04T21:30:00Z
            Australia/Lord_Howe, day after overlap, 2026-04-06, 01:45, 2026-04-04T15:15:00Z, 2026-04-04T14:45:00Z, 2026-04-05T13:15:00Z
            Australia/Lord_Howe, gap,               2026-10-04, 10:00, 2026-10-02T23:00:00Z, 2026-10-02T23:30:00Z, 2026-10-03T21:00:00Z
            Australia/Lord_Howe, day after gap,     2026-10-05, 02:15, 2026-10-03T15:15:00Z, 2026-10-03T15:45:00Z, 2026-10-04T13:15:00Z
            Australia/Lord_Howe, ordinary,          2026-06-17, 10:00, 2026-06-15T23:30:00Z, 2026-06-15T23:30:00Z, 2026-06-16T21:30:00Z
            Australia/Adelaide,  overlap,           2026-04-05, 10:00, 2026-04-04T00:30:00Z, 2026-04-03T23:30:00Z, 2026-04-04T22:30:00Z
            Australia/Adelaide,  day after overlap, 2026-04-06, 02:30, 2026-04-04T17:00:00Z, 2026-04-04T16:00:00Z, 2026-04-05T15:00:00Z
            Australia/Adelaide,  gap,               2026-10-04, 10:00, 2026-10-02T23:30:00Z, 2026-10-03T00:30:00Z, 2026-10-03T21:30:00Z
            Australia/Adelaide,  day after gap,     2026-10-05, 02:30, 2026-10-03T16:00:00Z, 2026-10-03T17:00:00Z, 2026-10-04T14:00:00Z
            Australia/Adelaide,  ordinary,          2026-06-17, 10:00, 2026-06-16T00:30:00Z, 2026-06-16T00:30:00Z, 2026-06-16T22:30:00Z
            Pacific/Chatham,     overlap,           2026-04-05, 10:00, 2026-04-03T21:15:00Z, 2026-04-03T20:15:00Z, 2026-04-04T19:15:00Z
            Pacific/Chatham,     day after overlap, 2026-04-06, 03:15, 2026-04-04T14:30:00Z, 2026-04-04T13:30:00Z, 2026-04-05T12:30:00Z
            Pacific/Chatham,     gap,               2026-09-27, 10:00, 2026-09-25T20:15:00Z, 2026-09-25T21:15:00Z, 2026-09-26T18:15:00Z
            Pacific/Chatham,     day after gap,     2026-09-28, 03:15, 2026-09-26T13:30:00Z, 2026-09-26T14:30:00Z, 2026-09-27T11:30:00Z
            Pacific/Chatham,     ordinary,          2026-06-17, 10:00, 2026-06-15T21:15:00Z, 2026-06-15T21:15:00Z, 2026-06-16T19:15:00Z
            Pacific/Auckland,    overlap,           2026-04-05, 10:00, 2026-04-03T22:00:00Z, 2026-04-03T21:00:00Z, 2026-04-04T20:00:00Z
            Pacific/Auckland,    day after overlap, 2026-04-06, 02:30, 2026-04-04T14:30:00Z, 2026-04-04T13:30:00Z, 2026-04-05T12:30:00Z
            Pacific/Auckland,    gap,               2026-09-27, 10:00, 2026-09-25T21:00:00Z, 2026-09-25T22:00:00Z, 2026-09-26T19:00:00Z
            Pacific/Auckland,    day after gap,     2026-09-28, 02:30, 2026-09-26T13:30:00Z, 2026-09-26T14:30:00Z, 2026-09-27T11:30:00Z
            Pacific/Auckland,    ordinary,          2026-06-17, 10:00, 2026-06-15T22:00:00Z, 2026-06-15T22:00:00Z, 2026-06-16T20:00:00Z
            Asia/Jerusalem,      gap,               2026-03-27, 10:00, 2026-03-26T07:00:00Z, 2026-03-26T08:00:00Z, 2026-03-27T05:00:00Z
            Asia/Jerusalem,      day after gap,     2026-03-28, 02:30, 2026-03-26T23:30:00Z, 2026-03-27T00:30:00Z, 2026-03-27T21:30:00Z
            Asia/Jerusalem,      overlap,           2026-10-25, 10:00, 2026-10-24T08:00:00Z, 2026-10-24T07:00:00Z, 2026-10-25T06:00:00Z
            Asia/Jerusalem,      day after overlap, 2026-10-26, 01:30, 2026-10-24T23:30:00Z, 2026-10-24T22:30:00Z, 2026-10-25T21:30:00Z
            Asia/Jerusalem,      ordinary,          2026-06-17, 10:00, 2026-06-16T07:00:00Z, 2026-06-16T07:00:00Z, 2026-06-17T05:00:00Z
            Africa/Cairo,        gap,               2026-04-24, 10:00, 2026-04-23T07:00:00Z, 2026-04-23T08:00:00Z, 2026-04-24T05:00:00Z
            Africa/Cairo,        day after gap,     2026-04-25, 00:30, 2026-04-23T21:30:00Z, 2026-04-23T22:30:00Z, 2026-04-24T19:30:00Z
            Africa/Cairo,        overlap,           2026-10-30, 10:00, 2026-10-29T08:00:00Z, 2026-10-29T07:00:00Z, 2026-10-30T06:00:00Z
            Africa/Cairo,        day after overlap, 2026-10-30, 23:30, 2026-10-29T21:30:00Z, 2026-10-29T20:30:00Z, 2026-10-30T19:30:00Z
            Africa/Cairo,        ordinary,          2026-06-17, 10:00, 2026-06-16T07:00:00Z, 2026-06-16T07:00:00Z, 2026-06-17T05:00:00Z
            Africa/Casablanca,   overlap,           2026-02-15, 10:00, 2026-02-14T10:00:00Z, 2026-02-14T09:00:00Z, 2026-02-15T08:00:00Z
            Africa/Casablanca,   day after overlap, 2026-02-16, 02:30, 2026-02-15T02:30:00Z, 2026-02-15T01:30:00Z, 2026-02-16T00:30:00Z
            Africa/Casablanca,   gap,               2026-03-22, 10:00, 2026-03-21T09:00:00Z, 2026-03-21T10:00:00Z, 2026-03-22T07:00:00Z
            Africa/Casablanca,   day after gap,     2026-03-23, 02:30, 2026-03-22T01:30:00Z, 2026-03-22T02:30:00Z, 2026-03-22T23:30:00Z
            Africa/Casablanca,   ordinary,          2026-06-17, 10:00, 2026-06-16T09:00:00Z, 2026-06-16T09:00:00Z, 2026-06-17T07:00:00Z
            Asia/Kathmandu,      ordinary,          2026-03-29, 10:00, 2026-03-28T04:15:00Z, 2026-03-28T04:15:00Z, 2026-03-29T02:15:00Z
            Asia/Kolkata,        ordinary,          2026-03-29, 10:00, 2026-03-28T04:30:00Z, 2026-03-28T04:30:00Z, 2026-03-29T02:30:00Z
            """)
    void remindsAtTheDistanceOrAtTheSameTimeByTheClock(ZoneId zone, String what, LocalDate date, LocalTime start,
            Instant dayOfHours, Instant dayByTheClock, Instant twoHours) {
        TimeSlot slot = TimeSlot.of(date, start, LocalTime.of(23, 59), zone);
        ReminderPlan plan = new ReminderPlan(
                List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("P1D"), ReminderKind.offset("PT2H")),
                Optional.empty(), false);

        assertThat(plan.after(ReminderKind.Notice.CONFIRMATION, 1, slot, zone, EARLY)).as(what)
                .extracting(Reminder::dueAt).containsExactly(dayOfHours, dayByTheClock, twoHours);
    }

    private static Optional<RejectionReason> refusal(TimeSlot slot) {
        Appointment wanted = Appointment.requested(Given.booking("wanted", slot),
                Given.causeAt(new RequestId("wanted"), EARLY), TERMS);
        return new BookingRules(wanted, List.of(), TERMS).refusal();
    }
}
