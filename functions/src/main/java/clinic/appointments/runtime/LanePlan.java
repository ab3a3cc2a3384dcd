package clinic.appointments.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The distribution of a batch's messages over lanes: messages with a common subject share one, and so do those that
 * others tie together.
 */
final class LanePlan {

    private final List<Lane> lanes = new ArrayList<>();

    private LanePlan() {
    }

    /** Indexes of messages, in the order of the batch, and all their subjects. */
    private record Lane(SortedSet<Integer> messages, Set<String> subjects) {

        static Lane of(int message, Set<String> subjects) {
            return new Lane(new TreeSet<>(Set.of(message)), new HashSet<>(subjects));
        }

        boolean meets(Lane other) {
            return !Collections.disjoint(subjects, other.subjects);
        }

        void takeOver(Lane other) {
            messages.addAll(other.messages);
            subjects.addAll(other.subjects);
        }
    }

    /**
     * Distributes messages.
     *
     * @param subjects the subjects of each message, in the order of the batch
     * @param most greatest number of lanes
     * @return indexes of the messages of each lane, ascending; each message is in one lane
     */
    static List<List<Integer>> of(List<Set<String>> subjects, int most) {
        LanePlan plan = new LanePlan();
        for (int message = 0; message < subjects.size(); message++) {
            plan.add(Lane.of(message, subjects.get(message)));
        }
        return plan.atMost(most);
    }

    private void add(Lane lane) {
        lanes.stream().filter(lane::meets).toList().forEach(other -> {
            lane.takeOver(other);
            lanes.remove(other);
        });
        lanes.add(lane);
    }

    private List<List<Integer>> atMost(int most) {
        for (int surplus = lanes.size() - 1; surplus >= most; surplus--) {
            lanes.get(surplus % most).takeOver(lanes.remove(surplus));
        }
        return lanes.stream().map(lane -> List.copyOf(lane.messages())).toList();
    }
}
