package clinic.appointments.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The occupancy: the number of simultaneous claims at each instant, computed in one sweep over their starts and ends.
 *
 * @param levels the number of claims from an instant on, until the next key; an empty map means no claims
 */
record Occupancy(NavigableMap<Instant, Integer> levels) {

    /** The occupancy of claims; a claim that starts at the end of another does not overlap it. */
    static Occupancy of(Collection<Interval> claims) {
        TreeMap<Instant, Integer> levels = new TreeMap<>();
        claims.forEach(claim -> {
            levels.merge(claim.start(), 1, Integer::sum);
            levels.merge(claim.end(), -1, Integer::sum);
        });
        int level = 0;
        for (Map.Entry<Instant, Integer> change : levels.entrySet()) {
            level += change.getValue();
            change.setValue(level);
        }
        return new Occupancy(levels);
    }

    /** The greatest number of simultaneous claims within the interval. */
    int mostIn(Interval wanted) {
        int before = valueOf(levels.floorEntry(wanted.start()));
        return levels.subMap(wanted.start(), true, wanted.end(), false).values().stream().reduce(before, Integer::max);
    }

    /** The stretches with at least the given number of claims, each as one claim. */
    Occupancy atLeast(int claims) {
        TreeMap<Instant, Integer> full = new TreeMap<>();
        int last = 0;
        for (Map.Entry<Instant, Integer> level : levels.entrySet()) {
            int now = level.getValue() >= claims ? 1 : 0;
            if (now != last) {
                full.put(level.getKey(), now);
            }
            last = now;
        }
        return new Occupancy(full);
    }

    private static int valueOf(Map.Entry<Instant, Integer> entry) {
        return entry == null ? 0 : entry.getValue();
    }
}
