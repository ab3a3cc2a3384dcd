package clinic.appointments.model;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MatchingTest {

    private static final int TRIES = 20_000;

    @Test
    void givesWayToAPlaceWithoutAnotherChoice() {
        assertThat(first("AB", "A")).contains(List.of("B", "A"));
        assertThat(first("AB", "BC", "A")).contains(List.of("B", "C", "A"));
    }

    @Test
    void hasNoneForTwoPlacesWithOneChoice() {
        assertThat(first("A", "A")).isEmpty();
        assertThat(first("A", "")).isEmpty();
        assertThat(first()).contains(List.of());
    }

    /** Whoever tries everything, the best first, finds the same. */
    @Test
    void isTheFirstOfAll() {
        assertThat(LongStream.range(0, TRIES).mapToObj(MatchingTest::choices)
                .filter(choices -> !new Matching<>(choices).first().equals(all(choices).findFirst()))).isEmpty();
    }

    /** Each place as a text of its choices. */
    private static Optional<List<String>> first(String... places) {
        return new Matching<>(Stream.of(places).map(choices -> Stream.of(choices.split("")).filter(choice -> !choice
                .isEmpty()).toList()).toList()).first();
    }

    private static Stream<List<Integer>> all(List<List<Integer>> choices) {
        if (choices.isEmpty()) {
            return Stream.of(List.of());
        }
        List<List<Integer>> rest = choices.subList(1, choices.size());
        return choices.getFirst().stream().flatMap(choice -> all(rest).filter(others -> !others.contains(choice))
                .map(others -> Stream.concat(Stream.of(choice), others.stream()).toList()));
    }

    private static List<List<Integer>> choices(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int members = random.nextInt(1, 6);
        return IntStream.range(0, random.nextInt(1, 5)).mapToObj(_ -> IntStream.range(0, members).boxed()
                .filter(_ -> random.nextBoolean()).map(member -> member * 7 % members).distinct().toList()).toList();
    }
}
