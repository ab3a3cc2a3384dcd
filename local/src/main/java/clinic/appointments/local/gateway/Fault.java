package clinic.appointments.local.gateway;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault that waits for a matching call and strikes once. */
public final class Fault {

    /** The time of the strike: before the service has done anything, or after it has done everything. */
    public enum Moment {
        BEFORE, AFTER
    }

    private final CallMatch match;
    private final int occurrence;
    private final Moment moment;
    private final FaultEffect effect;
    private final AtomicInteger seen = new AtomicInteger();

    /**
     * @param occurrence which of the matching calls it strikes, 1 being the next
     */
    Fault(CallMatch match, int occurrence, Moment moment, FaultEffect effect) {
        this.match = match;
        this.occurrence = occurrence;
        this.moment = moment;
        this.effect = effect;
    }

    /** Whether the fault has struck; if not, the test that set it up has proved nothing. */
    public boolean fired() {
        return seen.get() >= occurrence;
    }

    /** Which of the matching calls it strikes, 1 being the first. */
    public int occurrence() {
        return occurrence;
    }

    /** The number of matching calls that it has seen, at the latest the one that it struck. */
    public int seen() {
        return Math.min(seen.get(), occurrence);
    }

    /** Counts the call if it matches; true exactly once. */
    boolean strikes(Moment now, String caller, Call call, List<String> arns) {
        return now == moment && match.matches(caller, call, arns) && seen.incrementAndGet() == occurrence;
    }

    FaultEffect effect() {
        return effect;
    }
}
