package clinic.appointments.model;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.model.CalendarDay.Busy;

/**
 * A calendar difference: a calendar day that does not contain the claims of the appointments, which are the truth.
 *
 * @param stored the day as it is, empty if it was never written
 * @param claimed the claims of the appointments on that day
 */
public record CalendarDifference(CalendarDay stored, List<Busy> claimed) {

    public CalendarDifference {
        claimed = List.copyOf(claimed);
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

    /**
     * The day as the appointments claim it, ready to be written: the write expects this day's version and increments
     * it.
     */
    public CalendarDay mended() {
        return new CalendarDay(stored.id(), claimed, stored.version() + 1);
    }

    /** A claim that is contained twice has to be removed twice. */
    private static List<Busy> without(List<Busy> claims, List<Busy> others) {
        List<Busy> left = new ArrayList<>(claims);
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
