package clinic.appointments.aws;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import clinic.appointments.model.ResourceId;

/**
 * Judges a race by its operations alone, without the service's rules of deciding: whatever the order was in which they
 * took effect, no resource of capacity one was given to two, and nobody was refused what was free all the time.
 */
record RaceJudge(List<Tenure> tenures) {

    /** Pairs of appointments that had the same time of a resource, and appointments that came into a block. */
    List<String> conflicts() {
        return tenures.stream().flatMap(one -> tenures.stream().filter(other -> collide(one, other))
                .map(other -> one + " and " + other)).toList();
    }

    private static boolean collide(Tenure one, Tenure other) {
        if (!one.wants(other) || one.holder().equals(other.holder()) || one.isBlock()) {
            return false;
        }
        return other.isBlock() ? one.surelyCameInto(other) : one.surelyMet(other);
    }

    /** Those who were refused although at each moment of their operation something that would have done was free. */
    List<Refused> refusedForNothing(List<Refused> refused) {
        return refused.stream().filter(each -> LongStream.range(each.from(), each.to())
                .noneMatch(tick -> mayBeRefused(each, tick))).toList();
    }

    private boolean mayBeRefused(Refused refused, long tick) {
        Predicate<ResourceId> taken = resource -> inTheWayOf(refused)
                .anyMatch(tenure -> tenure.wants(resource, refused.time()) && tenure.mayStandAfter(tick));
        return !canBeChosen(refused.choices(), taken, List.of());
    }

    /** Appointments may stay in a block, and blocks may overlap: only appointments are in the way of one. */
    private Stream<Tenure> inTheWayOf(Refused refused) {
        return tenures.stream().filter(tenure -> !tenure.holder().equals(refused.holder()))
                .filter(tenure -> !(refused.isBlock() && tenure.isBlock()));
    }

    private static boolean canBeChosen(List<List<ResourceId>> choices, Predicate<ResourceId> taken,
            List<ResourceId> chosen) {
        return choices.size() == chosen.size() || choices.get(chosen.size()).stream()
                .filter(resource -> !chosen.contains(resource)).filter(taken.negate())
                .anyMatch(resource -> canBeChosen(choices, taken,
                        Stream.concat(chosen.stream(), Stream.of(resource)).toList()));
    }

    /** Blocks that were accepted on condition of displacing nobody, while an appointment stood there all the time. */
    List<Tenure> blockedInSpiteOf(List<Tenure> blocks) {
        return blocks.stream().filter(block -> tenures.stream().filter(tenure -> !tenure.isBlock())
                .anyMatch(tenure -> tenure.wants(block) && tenure.surelyStood(block.begins(), block.begun()))).toList();
    }
}
