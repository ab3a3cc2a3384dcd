package clinic.appointments.model;

import java.time.Duration;

/**
 * A buffer: the time that a resource needs before and after an appointment, such as for cleaning a room. Whole minutes,
 * from zero to {@link #MAX}.
 */
public record Buffer(Duration before, Duration after) {

    /** A day, to keep the number of calendar days of a claim small. */
    public static final Duration MAX = Duration.ofHours(24);
    public static final Buffer NONE = new Buffer(Duration.ZERO, Duration.ZERO);

    public Buffer {
        check("buffer before", before);
        check("buffer after", after);
    }

    /** The interval extended by the buffer. */
    public Interval around(Interval interval) {
        return new Interval(interval.start().minus(before), interval.end().plus(after));
    }

    /** The buffer, longer where it is shorter than the length. */
    Buffer atLeast(Duration length) {
        return new Buffer(longer(before, length), longer(after, length));
    }

    /** The longer of both on each side. */
    Buffer orLonger(Buffer other) {
        return new Buffer(longer(before, other.before), longer(after, other.after));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static void check(String name, Duration length) {
        if (length.isNegative() || length.compareTo(MAX) > 0 || length.toSecondsPart() > 0) {
            throw new IllegalArgumentException(name + " must be whole minutes from PT0S to " + MAX);
        }
    }
}
