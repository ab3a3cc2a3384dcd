package clinic.appointments.local.api;

import clinic.appointments.local.function.Invocation;

/** A function that the API asks. */
public interface InvokedFunction {

    /** Invokes it and waits for the end. */
    Invocation invoke(String event) throws InterruptedException;
}
