package clinic.appointments.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.SmokeId;
import clinic.appointments.port.JourneyReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmokeTestTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final BookingTerms TERMS = Given.terms(new BookingTerms.Limits(Duration.ofMinutes(30),
            Duration.ofDays(60), Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofHours(1)));
    private static final ReminderPlan PLAN = new ReminderPlan(
            List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("PT2H")), Optional.empty(), false);
    private static final List<String> STEPS = List.of("register", "book", "cancel", "erase");

    private final List<String> reported = new ArrayList<>();
    private final JourneyReport report = new JourneyReport() {

        @Override
        public void succeeded() {
            reported.add("succeeded");
        }

        @Override
        public void failed(String key, String reason) {
            reported.add(key + " " + reason);
        }
    };

    @Test
    void takesEveryStepAndLeavesNothing() {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);

        assertThat(run(api, TERMS, "1")).isEqualTo(SmokeTest.Outcome.SUCCEEDED);
        assertThat(reported).containsExactly("succeeded");
        assertThat(api.sent).containsExactly("smoke-1-register", "smoke-1-book", "smoke-1-cancel", "smoke-1-erase");
        assertNothingIsLeft(api, "1");
    }

    /** With reminders a day and two hours before, none has a time; nor does anything wait that would send one. */
    @Test
    void causesNoReminder() {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);
        run(api, TERMS, "1");
        api.carryOut();
        assertThat(api.timers).isEmpty();
        assertThat(api.ports.appointments().find(new AppointmentId("smoke-1-book")).orElseThrow().openReminders())
                .isEmpty();
    }

    /** The clinic's people are not asked to confirm anything. */
    @Test
    void isContentWithAnAppointmentThatAPersonMustConfirm() {
        InMemoryServiceApi api = new InMemoryServiceApi(Given.held(Duration.ofHours(4)), PLAN);
        assertThat(run(api, Given.held(Duration.ofHours(4)), "1")).isEqualTo(SmokeTest.Outcome.SUCCEEDED);
        assertNothingIsLeft(api, "1");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void reportsTheStepThatTheApiRefusesAndCleansUp(String step) {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);
        api.refused.put(step, "HTTP_500");

        assertThat(run(api, TERMS, "1")).isEqualTo(SmokeTest.Outcome.FAILED);
        assertThat(reported).containsExactly("smoke-1-" + step + " " + step + " HTTP_500");
        assertThat(api.sent).last().isEqualTo("smoke-1-erase");

        api.refused.clear();
        assertThat(run(api, TERMS, "2")).as("the next journey").isEqualTo(SmokeTest.Outcome.SUCCEEDED);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void endsInTimeWhenAStepHasNoOutcome(String step) {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);
        api.lost.add(step);
        Instant begin = api.ports.clock().instant();

        assertThat(run(api, TERMS, "1")).isEqualTo(SmokeTest.Outcome.FAILED);
        assertThat(reported).containsExactly("smoke-1-" + step + " " + step + " NO_OUTCOME_IN_TIME");
        assertThat(Duration.between(begin, api.ports.clock().instant())).as("half of the time is for cleaning up")
                .isBetween(Duration.ofSeconds(13), Duration.ofSeconds(15));
    }

    /** A request that was lost is sent again while cleaning up, and all that was taken before is ended. */
    @ParameterizedTest
    @ValueSource(strings = {"book", "cancel", "erase"})
    void leavesNothingWhenAStepWasLost(String step) {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);
        api.lost.add(step);
        Duration[] left = {TIMEOUT};
        new SmokeTest(api, report, TERMS, api.ports.clock(), pause -> {
            left[0] = left[0].minus(pause);
            if (left[0].compareTo(Duration.ofSeconds(16)) < 0) {
                api.lost.clear();
            }
        }).run("1", () -> left[0]);
        api.carryOut();
        assertNothingIsLeft(api, "1");
    }

    @Test
    void reportsARefusalByARule() {
        InMemoryServiceApi api = new InMemoryServiceApi(TERMS, PLAN);
        BookingTerms others = Given.terms(new BookingTerms.Limits(Duration.ZERO, Duration.ofDays(60),
                Duration.ofMinutes(1), Duration.ofHours(12), Duration.ofHours(1)));
        assertThat(run(api, others, "1")).isEqualTo(SmokeTest.Outcome.FAILED);
        assertThat(reported).containsExactly("smoke-1-book book DURATION_TOO_SHORT");
    }

    /** At any time of a day, with any notice. */
    @ParameterizedTest
    @CsvSource({"PT0S, PT0S, PT1M", "PT30M, PT1H, PT5M", "PT6H, PT1H, PT30M", "PT1H, P2D, PT45M", "PT0S, PT0S, PT90S"})
    void findsATimeThatCanBeBooked(Duration minimum, Duration change, Duration shortest) {
        BookingTerms terms = Given.terms(new BookingTerms.Limits(minimum, Duration.ofDays(60), shortest,
                Duration.ofHours(12), change));
        assertThat(IntStream.range(0, 24 * 60).mapToObj(minute -> outcomeAt(terms, Duration.ofSeconds(61L * minute)))
                .filter(outcome -> !outcome.equals("succeeded"))).isEmpty();
    }

    /** The longest id still leaves room for each step. */
    @Test
    void hasIdsThatFit() {
        assertThat(Stream.of("register", "book", "cancel", "erase")
                .map(step -> SmokeId.PREFIX + "x".repeat(20) + "-" + step)).allMatch(id -> id.length() <= 36);
    }

    static List<String> steps() {
        return STEPS;
    }

    private String outcomeAt(BookingTerms terms, Duration ofDay) {
        reported.clear();
        InMemoryServiceApi api = new InMemoryServiceApi(terms, PLAN);
        api.ports.clock().advance(ofDay);
        run(api, terms, "1");
        return reported.getFirst();
    }

    private SmokeTest.Outcome run(InMemoryServiceApi api, BookingTerms terms, String id) {
        MovableClock clock = api.ports.clock();
        Instant end = clock.instant().plus(TIMEOUT);
        return new SmokeTest(api, report, terms, clock, clock::advance).run(id,
                () -> Duration.between(clock.instant(), end));
    }

    private static void assertNothingIsLeft(InMemoryServiceApi api, String id) {
        assertThat(api.ports.patients().find(new PatientId("smoke-" + id)).filter(Patient::isKnown)).isEmpty();
        assertThat(api.ports.appointments().find(new AppointmentId("smoke-" + id + "-book"))
                .filter(left -> left.status() != AppointmentStatus.CANCELLED)).isEmpty();
    }
}
