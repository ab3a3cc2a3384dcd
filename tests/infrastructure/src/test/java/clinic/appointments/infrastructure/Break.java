package clinic.appointments.infrastructure;

import java.util.function.Consumer;

/**
 * A mistake that a rule must find.
 *
 * @param found what the logical id of the one resource that breaks the rule starts with
 */
record Break(TemplateRule rule, String found, Consumer<Draft> mistake) {

    @Override
    public String toString() {
        return rule + " finds " + found;
    }
}
