package clinic.appointments.local.page;

import java.util.List;

/**
 * A part of the stage on the map.
 *
 * @param figures what is inside now, one short text a line
 * @param alarming whether somebody should look
 * @param x left edge, in units of the drawing
 * @param y upper edge
 */
public record Box(String id, Kind kind, List<String> figures, boolean alarming, int x, int y) {

    /** Width of every box. */
    public static final int WIDTH = 236;
    /** Height of every box. */
    public static final int HEIGHT = 58;

    /** Whether the name has to be written smaller. */
    public boolean isLong() {
        return id.length() > 26;
    }

    /** The figures in one line. */
    public String line() {
        return String.join(" · ", figures);
    }
}
