package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The spans of a story, one below the other, on one axis. A pause in which nothing begins or ends is drawn as a gap of
 * fixed width, however long it was.
 *
 * @param axis its stretches, from left to right
 */
public record Waterfall(List<Bar> bars, List<Stretch> axis) {

    /** Width of the drawing. */
    public static final int WIDTH = 1160;
    /** Height of a row. */
    public static final int ROW = 21;
    /** Height of the axis. */
    public static final int HEAD = 34;

    private static final int LABELS = 330;
    private static final int LENGTHS = 70;
    private static final int PAUSE = 68;
    private static final Duration MAX_LENGTH_TO_SCALE = Duration.ofSeconds(3);
    private static final int MIN_BAR = 3;
    private static final int TIME = 125;

    /** A span as it is drawn. */
    public record Bar(Span span, int x, int width, int y) {
    }

    /**
     * A part of the axis.
     *
     * @param paused whether its length is not to scale
     */
    public record Stretch(Instant start, Instant end, int x1, int x2, boolean paused) {

        private int x(Instant at) {
            double length = Duration.between(start, end).toNanos();
            return x1 + (int) Math.round(Duration.between(start, at).toNanos() / Math.max(length, 1) * (x2 - x1));
        }

        /** Its length in words. */
        public String length() {
            return Times.text(Duration.between(start, end));
        }
    }

    static Waterfall of(List<Span> spans) {
        List<Stretch> axis = axis(moments(spans));
        List<Bar> bars = new ArrayList<>();
        for (Span span : spans) {
            int x = x(axis, span.start());
            bars.add(new Bar(span, x, Math.max(MIN_BAR, x(axis, span.end()) - x), HEAD + bars.size() * ROW));
        }
        return new Waterfall(List.copyOf(bars), axis);
    }

    /** Height of the drawing. */
    public int height() {
        return HEAD + bars.size() * ROW + 8;
    }

    private static SortedSet<Instant> moments(List<Span> spans) {
        SortedSet<Instant> moments = new TreeSet<>();
        spans.forEach(span -> moments.addAll(List.of(span.start(), span.end())));
        return moments;
    }

    private static List<Stretch> axis(SortedSet<Instant> moments) {
        List<Duration> lengths = lengths(List.copyOf(moments));
        long pauses = lengths.stream().filter(Waterfall::isPause).count();
        double toScale = lengths.stream().filter(length -> !isPause(length)).mapToLong(Duration::toNanos).sum();
        double room = Math.max(WIDTH - LABELS - LENGTHS - pauses * PAUSE, PAUSE);
        List<Stretch> axis = new ArrayList<>();
        double x = LABELS;
        Instant start = moments.isEmpty() ? Instant.EPOCH : moments.first();
        for (Duration length : lengths) {
            double width = isPause(length) ? PAUSE : length.toNanos() / toScale * room;
            axis.add(new Stretch(start, start.plus(length), (int) x, (int) (x + width), isPause(length)));
            x += width;
            start = start.plus(length);
        }
        return List.copyOf(axis);
    }

    private static List<Duration> lengths(List<Instant> moments) {
        List<Duration> lengths = new ArrayList<>();
        for (int index = 1; index < moments.size(); index++) {
            lengths.add(Duration.between(moments.get(index - 1), moments.get(index)));
        }
        return lengths;
    }

    private static boolean isPause(Duration length) {
        return length.compareTo(MAX_LENGTH_TO_SCALE) > 0;
    }

    private static int x(List<Stretch> axis, Instant at) {
        return axis.stream().filter(stretch -> !at.isAfter(stretch.end())).findFirst().map(stretch -> stretch.x(at))
                .orElse(LABELS);
    }

    /** The pauses, which are marked on the axis. */
    public List<Stretch> pauses() {
        return axis.stream().filter(Stretch::paused).toList();
    }

    /** The starts of what is to scale: the first moment, and each after a pause. */
    public List<Stretch> starts() {
        List<Stretch> starts = new ArrayList<>();
        boolean afterPause = true;
        for (Stretch stretch : axis) {
            if (afterPause && !stretch.paused()) {
                starts.add(stretch);
            }
            afterPause = stretch.paused();
        }
        return starts;
    }

    /** The starts whose time can be written without covering the one before. */
    public List<Stretch> written() {
        List<Stretch> written = new ArrayList<>();
        starts().stream().filter(start -> start.x1() <= WIDTH - TIME).forEach(start -> {
            if (written.isEmpty() || start.x1() - written.getLast().x1() >= TIME) {
                written.add(start);
            }
        });
        return written;
    }
}
