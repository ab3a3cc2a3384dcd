package clinic.appointments.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How many claims there are at each instant, found in one sweep over their starts and ends.
 *
 * @param levels the number of claims from an instant on, until the next key; an empty map means none at any time
 */
record Occupancy(NavigableMap<Instant, Integer> levels) {

    /** Of claims, one that starts where another one ends comes after it. */
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

    /** The most claims at one and the same instant of the interval. */
    int mostIn(Interval wanted) {
        int before = valueOf(levels.floorEntry(wanted.start()));
        return levels.subMap(wanted.start(), true, wanted.end(), false).values().stream().reduce(before, Integer::max);
    }

    /** Only the stretches with so many claims or more, each as one claim. */
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
