package clinic.appointments.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MatchingTest {

    private static final int TRIES = 20_000;
    private static final Set<Integer> PREFERRED = Set.of(0, 1);

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

    /** Whoever tries every way finds that many, and no other place is worse off than it must be. */
    @Test
    void placesAsManyOfThePreferredAsItCan() {
        assertThat(LongStream.range(0, TRIES).mapToObj(MatchingTest::choices)
                .filter(choices -> !isBest(choices, new Matching<>(choices).placesOf(PREFERRED)))).isEmpty();
    }

    private static boolean isBest(List<List<Integer>> choices, Set<Integer> taken) {
        List<List<Optional<Integer>>> ways = ways(choices).toList();
        int most = ways.stream().mapToInt(way -> preferred(way).size()).max().orElseThrow();
        int filled = ways.stream().filter(way -> preferred(way).size() == most).mapToInt(MatchingTest::filled).max()
                .orElseThrow();
        return ways.stream().anyMatch(way -> preferred(way).equals(taken) && taken.size() == most
                && filled(way) == filled);
    }

    /** The places of the preferred. */
    private static Set<Integer> preferred(List<Optional<Integer>> way) {
        return IntStream.range(0, way.size()).filter(place -> way.get(place).filter(PREFERRED::contains).isPresent())
                .boxed().collect(Collectors.toSet());
    }

    private static int filled(List<Optional<Integer>> way) {
        return (int) way.stream().filter(Optional::isPresent).count();
    }

    /** Every way to give each place one of its choices or none. */
    private static Stream<List<Optional<Integer>>> ways(List<List<Integer>> choices) {
        if (choices.isEmpty()) {
            return Stream.of(List.of());
        }
        return Stream.concat(Stream.of(Optional.<Integer>empty()), choices.getFirst().stream().map(Optional::of))
                .flatMap(choice -> ways(choices.subList(1, choices.size()))
                        .filter(rest -> choice.isEmpty() || !rest.contains(choice))
                        .map(rest -> Stream.concat(Stream.of(choice), rest.stream()).toList()));
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
