package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in a story.
 *
 * @param depth how far it is indented
 * @param kind name of its style: {@code wait}, {@code work}, {@code invocation}, {@code message} or {@code call}
 */
public record Span(String label, int depth, String kind, Instant start, Instant end) {

    private static final int ROOM = 50;

    /** The label as far as there is room for it. */
    public String shortLabel() {
        int room = ROOM - 3 * depth;
        return label.length() <= room ? label : label.substring(0, room - 1) + "…";
    }

    /** How long it took, in words. */
    public String length() {
        return Times.text(Duration.between(start, end));
    }
}
