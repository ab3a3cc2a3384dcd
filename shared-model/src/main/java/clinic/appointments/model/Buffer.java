package clinic.appointments.model;

import java.time.Duration;

/**
 * Time that a resource needs for itself around an appointment, such as for cleaning a room: whole minutes, from none to
 * {@link #MAX}.
 */
public record Buffer(Duration before, Duration after) {

    /** A day, so that a claim touches few calendar days. */
    public static final Duration MAX = Duration.ofHours(24);
    public static final Buffer NONE = new Buffer(Duration.ZERO, Duration.ZERO);

    public Buffer {
        check("buffer before", before);
        check("buffer after", after);
    }

    /** The interval together with the time around it. */
    public Interval around(Interval interval) {
        return new Interval(interval.start().minus(before), interval.end().plus(after));
    }

    private static void check(String name, Duration length) {
        if (length.isNegative() || length.compareTo(MAX) > 0 || length.toSecondsPart() > 0) {
            throw new IllegalArgumentException(name + " must be whole minutes from PT0S to " + MAX);
        }
    }
}
