package clinic.appointments.local.gateway;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that wait for their calls. Safe for use by several threads. */
public final class Faults {

    private final List<Fault> waiting = new CopyOnWriteArrayList<>();

    /** Strikes the next matching call before the service has done anything. */
    public Fault before(CallMatch match, FaultEffect effect) {
        return add(match, 1, Fault.Moment.BEFORE, effect);
    }

    /** Strikes the next matching call after the service has done all of it. */
    public Fault after(CallMatch match, FaultEffect effect) {
        return add(match, 1, Fault.Moment.AFTER, effect);
    }

    /**
     * Adds a fault.
     *
     * @param occurrence which of the matching calls it strikes, 1 being the next
     */
    public Fault add(CallMatch match, int occurrence, Fault.Moment moment, FaultEffect effect) {
        Fault fault = new Fault(match, occurrence, moment, effect);
        waiting.add(fault);
        return fault;
    }

    /** Removes every fault that has not struck. */
    public void clear() {
        waiting.clear();
    }

    /** Removes a fault, if it has not struck. */
    public void lift(Fault fault) {
        waiting.remove(fault);
    }

    /** The effect on this call, if any; if several faults strike at once, the one that was set up first counts. */
    Optional<FaultEffect> striking(Fault.Moment moment, String caller, Call call, List<String> arns) {
        // Every fault counts the call, even after another one has struck.
        List<Fault> striking = waiting.stream().filter(fault -> fault.strikes(moment, caller, call, arns)).toList();
        waiting.removeAll(striking);
        return striking.stream().findFirst().map(Fault::effect);
    }
}
