package clinic.appointments.contract;

import java.util.Set;
import java.util.TreeSet;

/**
 * In what a template and a function disagree.
 *
 * @param unset variables that the function reads and the template does not set
 * @param unread variables that the template sets and the function does not read
 */
record VariableMismatch(Set<String> unset, Set<String> unread) {

    static final VariableMismatch NONE = new VariableMismatch(Set.of(), Set.of());

    static VariableMismatch between(Set<String> set, Set<String> read) {
        return new VariableMismatch(without(read, set), without(set, read));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
