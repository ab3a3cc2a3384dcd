package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReminderPlanTest {

    private static final TimeSlot SLOT = Given.slot("09:00", "09:30");
    private static final Instant START = SLOT.interval().start();

    @Test
    void remindsAtFixedDistancesBeforeTheStart() {
        assertThat(after(Given.DAY_AND_TWO_HOURS, SLOT, Given.NOW)).containsExactly(
                reminder("PT24H", "2026-03-16T08:00:00Z", ReminderState.SCHEDULED, Given.NOW),
                reminder("PT2H", "2026-03-17T06:00:00Z", ReminderState.SCHEDULED, Given.NOW));
    }

    @Test
    void skipsWhatIsPastFromTheStart() {
        Instant threeHoursBefore = START.minus(Duration.ofHours(3));

        assertThat(after(Given.DAY_AND_TWO_HOURS, SLOT, threeHoursBefore)).containsExactly(
                reminder("PT24H", "2026-03-16T08:00:00Z", ReminderState.SKIPPED_TOO_LATE, threeHoursBefore),
                reminder("PT2H", "2026-03-17T06:00:00Z", ReminderState.SCHEDULED, threeHoursBefore));
    }

    @Test
    void tellsOfTheChangeAtOnceWhenNoticesAreOn() {
        ReminderPlan telling = new ReminderPlan(List.of(), Optional.empty(), true);

        assertThat(after(telling, SLOT, Given.NOW))
                .containsExactly(reminder("CONFIRMATION", Given.NOW.toString(), ReminderState.SCHEDULED, Given.NOW));
        assertThat(telling.notice(ReminderKind.Notice.CANCELLATION, 4, Given.NOW)).extracting(Reminder::key)
                .containsExactly(new ReminderKey(4, ReminderKind.Notice.CANCELLATION));
    }

    @ParameterizedTest(name = "in {2}, for an appointment at {1} o\u2019clock: {0} becomes {3} {4}")
    @CsvSource({
            // quiet from 21:00 to 08:00 by the patient's clock; offset, start, patient's zone, due at, state
            "PT24H, 09:00, Europe/Berlin,    2026-03-16T08:00:00Z, SCHEDULED",
            "PT24H, 07:30, Europe/Berlin,    2026-03-16T07:00:00Z, SCHEDULED",
            "PT2H,  08:30, Europe/Berlin,    2026-03-17T07:00:00Z, SCHEDULED",
            "PT2H,  08:00, Europe/Berlin,    2026-03-16T19:30:00Z, SCHEDULED",
            "PT2H,  08:15, Europe/Berlin,    2026-03-16T19:30:00Z, SCHEDULED",
            "PT24H, 20:50, Europe/Berlin,    2026-03-16T19:30:00Z, SCHEDULED",
            "PT24H, 20:39, Europe/Berlin,    2026-03-16T19:39:00Z, SCHEDULED",
            "PT2H,  22:50, Europe/Berlin,    2026-03-17T19:30:00Z, SCHEDULED",
            "PT2H,  09:00, America/New_York, 2026-03-17T00:30:00Z, SCHEDULED"})
    void movesOutOfThePatientsQuietHours(String offset, String start, String zone, String dueAt, String state) {
        ReminderPlan plan = quiet(offset);
        TimeSlot slot = TimeSlot.of(Given.DATE, LocalTime.parse(start), LocalTime.parse("23:00"), Given.BERLIN);

        assertThat(plan.after(ReminderKind.Notice.CONFIRMATION, 1, slot, ZoneId.of(zone), Given.NOW))
                .containsExactly(reminder(offset, dueAt, ReminderState.valueOf(state), Given.NOW));
    }

    /** Every quarter of an hour of a night and a day, wherever the patient is: however late it comes in its window. */
    @ParameterizedTest
    @CsvSource({"PT24H, 21:00-07:00", "PT2H, 21:00-07:00", "PT1H, 22:00-08:00", "P1D, 20:30-09:15",
            "PT3H, 12:00-14:00"})
    void comesOutsideOfTheQuietHoursAndBeforeTheStartHoweverLateInItsWindow(String offset, String hours) {
        ReminderKind kind = ReminderKind.offset(offset);
        QuietHours quiet = QuietHours.of(hours);
        ReminderPlan plan = new ReminderPlan(List.of(kind), Optional.of(quiet), false);
        for (int quarter = 0; quarter < 92; quarter++) {
            LocalTime start = LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
            TimeSlot slot = TimeSlot.of(Given.DATE, start, start.plusMinutes(15), Given.BERLIN);
            for (ZoneId reader : List.of(Given.BERLIN, ZoneId.of("Asia/Tokyo"), ZoneId.of("America/New_York"))) {
                Instant now = slot.interval().start().minus(Duration.ofHours(30))
                        .plus(Duration.ofMinutes(17L * quarter));
                plan.after(ReminderKind.Notice.CONFIRMATION, 1, slot, reader, now).stream().filter(Reminder::isOpen)
                        .forEach(planned -> assertThat(IntStream.rangeClosed(0, (int) kind.window().toMinutes() + 1)
                                .mapToObj(minute -> planned.dueAt().plus(Duration.ofMinutes(minute))))
                                .as("%s for %s in %s at %s", offset, start, reader, now)
                                .allMatch(at -> quiet.around(at, reader).isEmpty() && !at.isBefore(now)
                                        && at.isBefore(slot.interval().start())));
            }
        }
    }

    @Test
    void skipsWhatQuietHoursLeaveNoTimeFor() {
        TimeSlot early = TimeSlot.of(Given.DATE, LocalTime.parse("06:00"), LocalTime.parse("07:00"), Given.BERLIN);
        Instant lateAtNight = Instant.parse("2026-03-16T21:00:00Z");

        assertThat(after(quiet("PT2H"), early, lateAtNight)).containsExactly(
                reminder("PT2H", "2026-03-17T03:00:00Z", ReminderState.SKIPPED_QUIET_HOURS, lateAtNight));
    }

    /** Clocks go forward in Berlin at 02:00 on 2026-03-29, and back at 03:00 on 2026-10-25. */
    @ParameterizedTest
    @CsvSource({"2026-03-29, 10:00, PT24H, 2026-03-28T08:00:00Z", "2026-03-29, 10:00, P1D, 2026-03-28T09:00:00Z",
            "2026-03-30, 02:30, P1D, 2026-03-29T01:30:00Z", "2026-10-25, 10:00, PT24H, 2026-10-24T09:00:00Z",
            "2026-10-25, 10:00, P1D, 2026-10-24T08:00:00Z", "2026-10-26, 02:30, P1D, 2026-10-25T00:30:00Z"})
    void keepsEitherTheDistanceOrTheWallTimeWhenClocksChange(LocalDate date, String start, String offset,
            Instant dueAt) {
        TimeSlot slot = TimeSlot.of(date, LocalTime.parse(start), LocalTime.parse("23:00"), Given.BERLIN);

        assertThat(ReminderKind.offset(offset).dueAt(slot, Given.NOW)).isEqualTo(dueAt);
    }

    @Test
    void refusesOffsetsThatAreNoneOrTheSame() {
        assertThatThrownBy(() -> ReminderKind.offset("PT0S")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReminderKind.offset("P1M")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReminderKind.offset("soon")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan("PT1H", "PT60M")).hasMessage("reminder offsets must differ");
        assertThatThrownBy(() -> new ReminderPlan(List.of(ReminderKind.Notice.RESCHEDULE), Optional.empty(), true))
                .hasMessage("reminder offsets must be distances before the start");
    }

    @ParameterizedTest
    @CsvSource({"PT24H", "P1D", "CONFIRMATION", "RESCHEDULE", "CANCELLATION"})
    void readsTheNameOfAReminderThatItWrites(String kind) {
        ReminderKey key = new ReminderKey(3, ReminderKind.of(kind));

        assertThat(key).hasToString("3/" + kind);
        assertThat(ReminderKey.of("3/" + kind)).isEqualTo(key);
    }

    private static List<Reminder> after(ReminderPlan plan, TimeSlot slot, Instant now) {
        return plan.after(ReminderKind.Notice.CONFIRMATION, 1, slot, Given.BERLIN, now);
    }

    private static ReminderPlan plan(String... offsets) {
        return new ReminderPlan(List.of(offsets).stream().map(ReminderKind::offset).toList(), Optional.empty(), false);
    }

    private static ReminderPlan quiet(String offset) {
        return new ReminderPlan(List.of(ReminderKind.offset(offset)), Optional.of(QuietHours.of("21:00-08:00")),
                false);
    }

    private static Reminder reminder(String kind, String dueAt, ReminderState state, Instant at) {
        return new Reminder(new ReminderKey(1, ReminderKind.of(kind)), Instant.parse(dueAt), state, at);
    }
}
