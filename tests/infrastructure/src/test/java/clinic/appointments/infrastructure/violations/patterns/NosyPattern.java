package clinic.appointments.infrastructure.violations.patterns;

import clinic.appointments.contract.FunctionName;

/** A building block that knows the functions of the service, by a verb that asks. */
public final class NosyPattern {

    private FunctionName last = FunctionName.QUERY;

    public void isFedBy(FunctionName function) {
        last = function;
    }

    public void takesMessagesOf(FunctionName function) {
        last = function;
    }

    FunctionName last() {
        return last;
    }
}
