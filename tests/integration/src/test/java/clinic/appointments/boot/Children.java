package clinic.appointments.boot;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes that this one has started itself and that have not ended: the engine, the functions, and the shell that
 * watches over them, whose own short-lived children do not count.
 */
final class Children {

    private Children() {
    }

    static Set<ProcessHandle> alive() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }
}
