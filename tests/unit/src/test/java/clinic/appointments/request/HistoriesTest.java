package clinic.appointments.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.reference.History;
import clinic.appointments.fixture.reference.ReferenceModel;
import clinic.appointments.fixture.reference.State;
import clinic.appointments.fixture.trial.Names;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.fixture.trial.Trial;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The use cases and codecs on fakes do what the reference model says, over many histories. How many is said by
 * {@code -Dhistories=N}, where they begin by {@code -Dseed=N}.
 */
class HistoriesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 8_000);
    private static final long FIRST_SEED = Long.getLong("seed", 0);
    private static final int FEW = 6000;
    /** One difference is read at a time. */
    private static final int MAX_REPORTS = 3;
    private static final Trial TRIAL = Trial.of(Ports::inMemory, () -> new Names("t"));
    /**
     * Histories change no clocks, are too short to wear an appointment out or to fill a day, and have no ids of the
     * smoke test.
     */
    private static final Set<RejectionReason> OUT_OF_REACH = EnumSet.of(RejectionReason.LOCAL_TIME_SKIPPED,
            RejectionReason.TOO_MANY_CHANGES, RejectionReason.DAY_FULL, RejectionReason.RESERVED_ID,
            RejectionReason.TIME_ZONE_FIXED, RejectionReason.VERSION_CONFLICT, RejectionReason.TOO_MANY_CANDIDATES);
    /** Histories are in nobody's quiet hours. */
    private static final Set<ReminderState> NEVER_REACHED = EnumSet.of(ReminderState.SKIPPED_QUIET_HOURS,
            ReminderState.SKIPPED_UNDELIVERABLE);

    @Test
    void agreeWithTheReferenceModel() {
        assertThat(LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES).parallel().mapToObj(History::of)
                .map(TRIAL::report).flatMap(Optional::stream).limit(MAX_REPORTS)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clinic.appointments.request.Forgetful#all")
    void findAServiceOutThatForgets(Forgetful service) {
        assertThat(few().map(service.trial()::difference).flatMap(Optional::stream).findFirst()).isPresent();
    }

    @Test
    void areShrunkToTheStepsThatMatter() {
        Trial forgetsBuffers = Forgetful.all().findFirst().orElseThrow().trial();

        assertThat(few().map(forgetsBuffers::report).flatMap(Optional::stream).findFirst().orElseThrow())
                .contains("seed ", "shrunk to ").satisfies(report -> assertThat(
                        report.substring(report.indexOf("shrunk to ")).lines().filter(line -> line.startsWith("  ")))
                        .hasSizeLessThanOrEqualTo(4));
    }

    /** What a message that cannot be carried out says about its fields is not for histories. */
    @Test
    void meetEveryOutcome() {
        Set<String> expected = Stream.of(RejectionReason.values()).filter(reason -> !OUT_OF_REACH.contains(reason))
                .map(RejectionReason::name).filter(name -> !name.startsWith("INVALID_"))
                .map(name -> "REJECTED:" + name).collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(List.of("ACCEPTED", "FAILED", "REJECTED:INVALID_END_TIME"));

        assertThat(few().flatMap(history -> replies(Trial.model(), history)).collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @Test
    void meetEveryState() {
        Set<State> states = few().flatMap(history -> states(Trial.model(), history)).collect(Collectors.toSet());

        assertThat(states).extracting(state -> AppointmentStatus.valueOf(state.status()))
                .contains(AppointmentStatus.values());
        assertThat(states.stream().flatMap(state -> state.reminders().stream())
                .map(reminder -> ReminderState.valueOf(reminder.replaceAll(".* ", ""))).distinct())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(NEVER_REACHED)));
    }

    /** Also back to under way, when a message that was sent on fails again. */
    @Test
    void meetEveryWayOfAReceiptWithoutAnOutcome() {
        assertThat(few().flatMap(history -> ways(Trial.model(), history)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("PENDING -> GIVEN_UP", "PENDING -> ACCEPTED", "PENDING -> REJECTED",
                        "GIVEN_UP -> PENDING", "GIVEN_UP -> ACCEPTED", "GIVEN_UP -> REJECTED");
    }

    private static Stream<String> ways(ReferenceModel model, History history) {
        return history.steps().stream().flatMap(step -> {
            Map<String, String> before = new TreeMap<>(model.answers());
            model.apply(step);
            return model.failed().stream().filter(before::containsKey)
                    .map(id -> kind(before.getOrDefault(id, "")) + " -> " + kind(model.answers().getOrDefault(id, "")))
                    .filter(way -> !way.matches("(.*) -> \\1"));
        });
    }

    private static String kind(String answer) {
        return answer.replaceAll(":.*", "");
    }

    private static Stream<History> few() {
        return LongStream.range(0, FEW).mapToObj(History::of);
    }

    private static Stream<String> replies(ReferenceModel model, History history) {
        return history.steps().stream().flatMap(step -> model.apply(step).stream());
    }

    private static Stream<State> states(ReferenceModel model, History history) {
        history.steps().forEach(model::apply);
        return model.states().values().stream();
    }
}
