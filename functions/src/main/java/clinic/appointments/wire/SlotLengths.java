package clinic.appointments.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.SlotSearch;

/** The two lengths of a search for free slots as clients write them: {@code duration} and {@code step}. */
public final class SlotLengths {

    private static final Duration MIN_DURATION = Duration.ofMinutes(1);
    private static final Duration MAX = Duration.ofDays(1);

    private SlotLengths() {
    }

    /**
     * Reads the length of a slot.
     *
     * @throws InvalidValueException when it is none
     */
    public static Duration duration(String written) {
        return read("duration", written, MIN_DURATION);
    }

    /**
     * Reads the step from one start to the next; by default the length of a slot, if a step can be as short.
     *
     * @throws InvalidValueException when it is none
     */
    public static Duration step(Optional<String> written, Duration length) {
        return SlotSearch.stepOf(step(written), length);
    }

    /**
     * Reads a step that can be left out.
     *
     * @throws InvalidValueException when it is none
     */
    static Optional<Duration> step(Optional<String> written) {
        return written.map(text -> read("step", text, SlotSearch.MIN_STEP));
    }

    private static Duration read(String name, String written, Duration shortest) {
        String rule = "must be whole minutes such as PT30M, from " + shortest + " to " + MAX;
        Duration read = parsed(name, written, rule);
        InvalidValueException.unless(read.compareTo(shortest) >= 0 && read.compareTo(MAX) <= 0, name, rule);
        return read;
    }

    private static Duration parsed(String name, String written, String rule) {
        try {
            return WholeMinutes.parse(written);
        } catch (DateTimeException unreadable) {
            throw new InvalidValueException(name, rule);
        }
    }
}
