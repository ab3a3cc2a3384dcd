package clinic.appointments.wiring;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made on first use. Not thread-safe: one thread wires a function. */
final class Lazy<T> {

    private Optional<T> made = Optional.empty();

    T get(Supplier<T> maker) {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
