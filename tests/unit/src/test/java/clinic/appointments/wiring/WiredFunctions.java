package clinic.appointments.wiring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import clinic.appointments.priming.Surroundings;
import clinic.appointments.runtime.StreamFunction;

/** Makes the function of a handler, as priming does, without the handler. */
public final class WiredFunctions {

    private WiredFunctions() {
    }

    /** The function of a handler, in these surroundings. */
    public static StreamFunction of(Class<?> handler, Surroundings surroundings) {
        return Wiring.wire(surroundings, wiring -> function(handler, wiring));
    }

    private static StreamFunction function(Class<?> handler, Wiring wiring) {
        try {
            Method function = handler.getDeclaredMethod("function", Wiring.class);
            function.setAccessible(true);
            return (StreamFunction) function.invoke(null, wiring);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
