package clinic.appointments.runtime;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanePlanTest {

    @Test
    void givesMessagesWithoutACommonSubjectALaneEach() {
        assertThat(plan(10, List.of(Set.of("a"), Set.of("b"), Set.of(), Set.of()))).containsExactly(List.of(0),
                List.of(1),
                List.of(2), List.of(3));
    }

    @Test
    void keepsMessagesWithACommonSubjectInOrder() {
        assertThat(plan(10, List.of(Set.of("a", "room:1"), Set.of("b", "room:2"), Set.of("c", "room:1"), Set.of("b"))))
                .containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 3));
    }

    @Test
    void joinsLanesThatALaterMessageTiesTogether() {
        assertThat(plan(10, List.of(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("a", "b"))))
                .containsExactlyInAnyOrder(List.of(0, 1, 3), List.of(2));
    }

    @Test
    void hasNoMoreLanesThanAllowed() {
        assertThat(plan(2, List.of(Set.of("a"), Set.of("b"), Set.of("c"), Set.of("a"), Set.of("d"))))
                .containsExactlyInAnyOrder(List.of(0, 1, 3), List.of(2, 4));
        assertThat(plan(1, List.of(Set.of("a"), Set.of("b"), Set.of("c")))).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void hasNoLaneForNoMessage() {
        assertThat(plan(10, List.of())).isEmpty();
    }

    private static List<List<Integer>> plan(int most, List<Set<String>> subjects) {
        return LanePlan.of(subjects, most);
    }
}
