package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Interval;
import clinic.appointments.model.ResourceId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RaceJudgeTest {

    private static final Interval NINE = Given.slot("09:00", "10:00").interval();
    private static final Interval HALF_PAST = Given.slot("09:30", "10:30").interval();
    private static final Interval TEN = Given.slot("10:00", "11:00").interval();
    private static final ResourceId ONE = ResourceId.of("nurse:1");
    private static final ResourceId TWO = ResourceId.of("nurse:2");

    @Test
    void findsTwoThatSurelyHadTheSameTime() {
        Tenure first = had("a", ONE, NINE, 0, 2, 6, 8);

        assertThat(conflicts(first, had("b", ONE, HALF_PAST, 1, 4, 7, 9))).hasSize(2);
        assertThat(conflicts(first, had("b", ONE, HALF_PAST, 1, 7, 9, 10))).as("perhaps one after the other").isEmpty();
        assertThat(conflicts(first, had("b", ONE, TEN, 1, 4, 7, 9))).as("another time").isEmpty();
        assertThat(conflicts(first, had("b", TWO, NINE, 1, 4, 7, 9))).as("another resource").isEmpty();
        assertThat(conflicts(first, had("a", ONE, HALF_PAST, 1, 4, 7, 9))).as("itself, moved").isEmpty();
    }

    @Test
    void findsWhoCameIntoABlock() {
        Tenure block = new Tenure("block", true, ONE, NINE, 0, 2, 8, 9);

        assertThat(conflicts(block, had("a", ONE, NINE, 3, 4, 10, 11))).hasSize(1);
        assertThat(conflicts(block, had("a", ONE, NINE, 1, 4, 10, 11))).as("perhaps before it").isEmpty();
        assertThat(conflicts(block, had("a", ONE, NINE, 7, 10, 11, 12))).as("perhaps after it").isEmpty();
    }

    @Test
    void findsWhoWasRefusedForNothing() {
        Tenure taken = had("a", ONE, NINE, 0, 2, 6, 8);

        assertThat(forNothing(refused(List.of(ONE), 3, 4), taken)).isEmpty();
        assertThat(forNothing(refused(List.of(ONE), 7, 9), taken)).as("perhaps still taken").isEmpty();
        assertThat(forNothing(refused(List.of(ONE), 8, 9), taken)).hasSize(1);
        assertThat(forNothing(refused(List.of(ONE, TWO), 3, 4), taken)).as("the other one was free").hasSize(1);
        assertThat(forNothing(refused(List.of(TWO), 3, 4), taken)).hasSize(1);
    }

    /** Nobody may be refused because the free one is another at each moment. */
    @Test
    void findsWhoWasRefusedWhileTheFreeOneChanged() {
        Tenure[] moving = {had("a", ONE, NINE, 0, 1, 5, 6), had("a", TWO, NINE, 7, 8, 11, 12)};

        assertThat(forNothing(refused(List.of(ONE, TWO), 3, 10), moving)).hasSize(1);
    }

    @Test
    void findsABlockThatShouldHaveBeenRefused() {
        Tenure appointment = had("a", ONE, NINE, 0, 1, 8, 9);
        Tenure during = new Tenure("block", true, ONE, HALF_PAST, 2, 3, 10, 11);
        Tenure later = new Tenure("block", true, ONE, HALF_PAST, 7, 10, 11, 12);

        assertThat(new RaceJudge(List.of(appointment)).blockedInSpiteOf(List.of(during, later)))
                .containsExactly(during);
    }

    private static List<String> conflicts(Tenure... tenures) {
        return new RaceJudge(List.of(tenures)).conflicts();
    }

    private static List<Refused> forNothing(Refused refused, Tenure... tenures) {
        return new RaceJudge(List.of(tenures)).refusedForNothing(List.of(refused));
    }

    private static Refused refused(List<ResourceId> choices, long from, long to) {
        return new Refused("b", false, List.of(choices), NINE, from, to);
    }

    private static Tenure had(String holder, ResourceId resource, Interval time, long begins, long begun, long ends,
            long ended) {
        return new Tenure(holder, false, resource, time, begins, begun, ends, ended);
    }
}
