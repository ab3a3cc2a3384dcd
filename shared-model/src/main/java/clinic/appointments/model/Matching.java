package clinic.appointments.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A matching: one choice for each place, all different. Whether one exists is found by augmenting paths (H. W. Kuhn,
 * "The Hungarian method for the assignment problem", 1955).
 *
 * @param choices for each place, what can take it
 */
record Matching<T>(List<List<T>> choices) {

    /**
     * The first matching in order of preference: the first place has its best choice with which a matching exists, then
     * the second, and so on. Empty when none exists.
     */
    Optional<List<T>> first() {
        List<T> chosen = new ArrayList<>();
        for (int place = 0; place < choices.size(); place++) {
            Matching<T> rest = new Matching<>(choices.subList(place + 1, choices.size()));
            Optional<T> next = choices.get(place).stream().filter(choice -> !chosen.contains(choice))
                    .filter(choice -> rest.existsBeside(with(chosen, choice))).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(next.get());
        }
        return Optional.of(chosen);
    }

    /**
     * The places of those of the preferred that find one, when as many as possible do and, beside them, as many other
     * places as possible have a choice; the first places, where that is all the same. A path that fills a place leaves
     * in use what is in use.
     */
    Set<Integer> placesOf(Set<T> preferred) {
        Map<T, Integer> places = new HashMap<>();
        with(of -> of.filter(preferred::contains)).fill(places);
        with(of -> of.sorted(Comparator.comparing(preferred::contains))).fill(places);
        places.keySet().retainAll(preferred);
        return Set.copyOf(places.values());
    }

    private Matching<T> with(UnaryOperator<Stream<T>> change) {
        return new Matching<>(choices.stream().map(of -> change.apply(of.stream()).toList()).toList());
    }

    private void fill(Map<T, Integer> places) {
        IntStream.range(0, choices.size()).filter(place -> !places.containsValue(place))
                .forEach(place -> takes(place, places, new HashSet<>()));
    }

    private boolean existsBeside(Set<T> taken) {
        Map<T, Integer> places = new HashMap<>();
        return IntStream.range(0, choices.size()).allMatch(place -> takes(place, places, new HashSet<>(taken)));
    }

    /** Whether the place gets a choice, perhaps because another place changes to another one. */
    private boolean takes(int place, Map<T, Integer> places, Set<T> tried) {
        for (T choice : choices.get(place)) {
            if (tried.add(choice) && (!places.containsKey(choice) || takes(places.get(choice), places, tried))) {
                places.put(choice, place);
                return true;
            }
        }
        return false;
    }

    private static <T> Set<T> with(List<T> chosen, T choice) {
        Set<T> more = new HashSet<>(chosen);
        more.add(choice);
        return more;
    }
}
