package clinic.appointments.infrastructure.violations.patterns;

import software.constructs.Construct;

/** A construct without an id of its own. */
public final class FlatPattern extends Construct {

    public FlatPattern(Construct scope) {
        super(scope, "Flat");
    }
}
