package clinic.appointments.model;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.CalendarDay.Busy;

/**
 * A calendar difference: a calendar day that does not contain the claims of the appointments and the entries of the
 * active blocks, which are the truth.
 *
 * @param stored the day as it is, empty if it was never written
 * @param claimed the claims of the appointments on that day
 * @param blocked the entries of active blocks on that day
 */
public record CalendarDifference(CalendarDay stored, List<Busy> claimed, List<Blocked> blocked) {

    public CalendarDifference {
        claimed = List.copyOf(claimed);
        blocked = List.copyOf(blocked);
    }

    public CalendarId day() {
        return stored.id();
    }

    /** Claims that the day lacks: somebody else can book their time. */
    public List<Busy> missing() {
        return without(claimed, stored.busy());
    }

    /** Claims on the day that no appointment has: nobody can book their time. */
    public List<Busy> unowned() {
        return without(stored.busy(), claimed);
    }

    /** Entries of active blocks that the day lacks: somebody can book their time. */
    public List<Blocked> missingBlocks() {
        return without(blocked, stored.blocks());
    }

    /** Entries on the day that no active block has: nobody can book their time. */
    public List<Blocked> unownedBlocks() {
        return without(stored.blocks(), blocked);
    }

    /**
     * The day as the appointments claim it and the blocks take it, ready to be written: the write expects this day's
     * version and increments it.
     */
    public CalendarDay mended() {
        return new CalendarDay(stored.id(), claimed, blocked, stored.version() + 1);
    }

    /** A claim that is contained twice has to be removed twice. */
    private static <T> List<T> without(List<T> claims, List<T> others) {
        List<T> left = new ArrayList<>(claims);
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
