package clinic.appointments.local.api;

import clinic.appointments.local.function.Invocation;

/** A function behind the API. */
public interface InvokedFunction {

    /** Invokes it and waits for the end. */
    Invocation invoke(String event) throws InterruptedException;
}
