package clinic.appointments.local.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

import clinic.appointments.local.page.Arrow.Purpose;
import clinic.appointments.local.page.Topology.Part;
import clinic.appointments.local.page.Topology.Way;

/**
 * The map of a stage: its parts in four columns, in the order in which messages flow.
 *
 * @param chosen what is inside the chosen box
 */
public record StageMap(List<Box> boxes, List<Arrow> arrows, int width, int height, Optional<Inside> chosen) {

    private static final int ROW = 148;
    private static final int COLUMN = 306;
    private static final int MARGIN = 12;
    private static final int DEAD_LETTERS_BELOW = 74;

    static StageMap draw(Topology topology, Figures figures, Optional<Inside> chosen) {
        Map<String, Place> places = places(topology);
        List<Box> boxes = topology.parts().stream().map(part -> box(part, place(places, part.id()), figures)).toList();
        List<Arrow> arrows = topology.ways().stream()
                .map(way -> arrow(way, place(places, way.from()), place(places, way.to()), figures, chosen)).toList();
        int height = boxes.stream().mapToInt(box -> box.y() + Box.HEIGHT).max().orElse(0) + MARGIN;
        return new StageMap(boxes, arrows, 3 * COLUMN + Box.WIDTH + 2 * MARGIN, height, chosen);
    }

    /** The boxes of one kind, for readers without room for a drawing. */
    public List<Box> ofKind(Kind kind) {
        return boxes.stream().filter(box -> box.kind() == kind).toList();
    }

    /** Whether a box is the chosen one. */
    public boolean isChosen(Box box) {
        return chosen.map(Inside::id).filter(box.id()::equals).isPresent();
    }

    /** The ways from and to the chosen box. */
    public List<Arrow> ofChosen() {
        return arrows.stream().filter(Arrow::chosen).toList();
    }

    private record Place(int x, int y) {
    }

    private static Place place(Map<String, Place> places, String id) {
        return Objects.requireNonNull(places.get(id));
    }

    private static Box box(Part part, Place place, Figures figures) {
        return new Box(part.id(), part.kind(), figures.of(part), figures.alarming(part), place.x(), place.y());
    }

    private static Map<String, Place> places(Topology topology) {
        Map<String, Place> places = new LinkedHashMap<>();
        List<String> queues = queuesInOrder(topology);
        for (int row = 0; row < queues.size(); row++) {
            String queue = queues.get(row);
            put(places, queue, 1, row * ROW);
            int y = row * ROW;
            targets(topology, queue, Purpose.BURY).forEach(dead -> put(places, dead, 1, y + DEAD_LETTERS_BELOW));
            targets(topology, queue, Purpose.FEED).forEach(function -> put(places, function, 2, y));
        }
        stack(places, topology.parts().stream().filter(part -> !places.containsKey(part.id())).toList(),
                queues.size() * ROW);
        return places;
    }

    /** The parts that stand in no row of a queue, one below the other in their columns. */
    private static void stack(Map<String, Place> places, List<Part> others, int height) {
        for (int column = 0; column < 4; column++) {
            int at = column;
            List<Part> parts = others.stream().filter(part -> part.kind().column() == at).toList();
            int first = column == 1 || column == 2 ? height : 0;
            int step = column == 1 || column == 2 ? DEAD_LETTERS_BELOW
                    : Math.max(height / Math.max(parts.size(), 1),
                            DEAD_LETTERS_BELOW);
            for (int row = 0; row < parts.size(); row++) {
                put(places, parts.get(row).id(), column, first + row * step);
            }
        }
    }

    private static void put(Map<String, Place> places, String id, int column, int y) {
        places.putIfAbsent(id, new Place(MARGIN + column * COLUMN, MARGIN + y));
    }

    /** The queues as messages reach them from the APIs, then the others. */
    private static List<String> queuesInOrder(Topology topology) {
        SequencedSet<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(topology.ofKind(Kind.API).stream().map(Part::id).toList());
        while (!next.isEmpty()) {
            String from = next.removeFirst();
            if (reached.add(from)) {
                topology.ways().stream().filter(way -> way.from().equals(from)).map(Way::to).forEach(next::addLast);
            }
        }
        return Stream.concat(reached.stream(), topology.ofKind(Kind.QUEUE).stream().map(Part::id)).distinct()
                .filter(id -> topology.part(id).kind() == Kind.QUEUE).toList();
    }

    private static List<String> targets(Topology topology, String from, Purpose purpose) {
        return new ArrayList<>(topology.ways().stream()
                .filter(way -> way.from().equals(from) && way.purpose() == purpose).map(Way::to).toList());
    }

    private static Arrow arrow(Way way, Place from, Place to, Figures figures, Optional<Inside> chosen) {
        boolean marked = chosen.map(Inside::id).filter(id -> id.equals(way.from()) || id.equals(way.to())).isPresent();
        Line line = Line.between(from, to);
        return new Arrow(way.from(), way.to(), way.purpose(), figures.on(way), marked, line.path(), line.middleX(),
                line.middleY());
    }

    /** A curve between two boxes that leaves and arrives where it is shortest. */
    private record Line(int x1, int y1, int x2, int y2, boolean down) {

        private static final int ROOM_FOR_HEAD = 7;

        static Line between(Place from, Place to) {
            if (from.x() == to.x()) {
                int x = from.x() + Box.WIDTH / 2;
                return new Line(x, from.y() + Box.HEIGHT, x, to.y() - ROOM_FOR_HEAD, true);
            }
            boolean right = to.x() > from.x();
            int startY = from.y() + Box.HEIGHT / 2 + (right ? 0 : Box.HEIGHT / 4);
            int endY = to.y() + Box.HEIGHT / 2 + (right ? 0 : Box.HEIGHT / 4);
            return right ? new Line(from.x() + Box.WIDTH, startY, to.x() - ROOM_FOR_HEAD, endY, false)
                    : new Line(from.x(), startY, to.x() + Box.WIDTH + ROOM_FOR_HEAD, endY, false);
        }

        String path() {
            int bend = (x2 - x1) / 2;
            return down ? "M%d %dL%d %d".formatted(x1, y1, x2, y2)
                    : "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        }

        int middleX() {
            return (x1 + x2) / 2;
        }

        int middleY() {
            return (y1 + y2) / 2 - 5;
        }
    }
}
