package clinic.appointments.local.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import clinic.appointments.local.page.DayBook.Entry;
import clinic.appointments.local.page.DayBook.Stretch;

/**
 * A day as it is drawn: time goes down, a minute is a pixel high.
 *
 * @param owner whose day it is
 * @param owners some whose days can be shown, with their next dates
 * @param from first hour that is shown
 * @param to end of the last hour
 * @param blocks what takes time
 * @param places the free places, which lead to a booking
 * @param away when nothing can be booked
 * @param asked the requests that were sent from here
 */
public record DayView(String owner, LocalDate date, ZoneId zone, Map<String, LocalDate> owners, int from, int to,
        List<Block> blocks, List<Place> places, List<Away> away,
        List<AskedRequest> asked) {

    private static final int MINUTES = 60;
    private static final int FIRST = 8;
    private static final int LAST = 18;
    private static final int DAY = 24;

    /**
     * A block.
     *
     * @param entry what takes the time
     * @param start local time, as a form takes it
     * @param top upper edge of its time
     * @param height of its time
     * @param before height of the buffer above it
     * @param after height of the buffer below it
     * @param lane its column, the first being 0
     */
    public record Block(Entry entry, String start, String end, int top, int height, int before, int after, int lane) {
    }

    /** A free place between two local times. */
    public record Place(String start, String end, int top, int height) {
    }

    /** A time in which nothing can be booked, and the id of its block. */
    public record Away(String id, int top, int height) {
    }

    static DayView of(String owner, LocalDate date, Map<String, LocalDate> owners, DayBook book,
            List<AskedRequest> asked) {
        DayBook.Day day = book.read(owner, date);
        Minutes minutes = new Minutes(date, book.zone());
        List<Stretch> all = day.entries().stream().map(Entry::claimed).toList();
        int from = all.stream().mapToInt(each -> minutes.of(each.start()) / MINUTES).reduce(FIRST, Math::min);
        int to = all.stream().mapToInt(each -> (minutes.of(each.end()) + MINUTES - 1) / MINUTES)
                .reduce(LAST, Math::max);
        Minutes shown = minutes.from(from * MINUTES);
        return new DayView(owner, date, book.zone(), owners, from, to, blocks(shown, day.entries()),
                day.free().stream().map(free -> place(shown, free))
                        .filter(place -> place.top() >= 0 && place.top() < (to - from) * MINUTES).toList(),
                day.absences().stream().map(absence -> away(shown, absence, (to - from) * MINUTES)).toList(), asked);
    }

    private static Away away(Minutes minutes, DayBook.Absence absence, int height) {
        int top = Math.max(0, minutes.of(absence.time().start()));
        return new Away(absence.id(), top, Math.max(0, Math.min(height, minutes.of(absence.time().end())) - top));
    }

    private static List<Block> blocks(Minutes minutes, List<Entry> entries) {
        List<Block> blocks = new ArrayList<>();
        List<Instant> lanes = new ArrayList<>();
        entries.stream().sorted(Comparator.comparing(entry -> entry.claimed().start())).forEach(entry -> {
            int lane = IntStream.range(0, lanes.size())
                    .filter(each -> !lanes.get(each).isAfter(entry.claimed().start())).findFirst().orElse(lanes.size());
            if (lane == lanes.size()) {
                lanes.add(entry.claimed().end());
            } else {
                lanes.set(lane, entry.claimed().end());
            }
            blocks.add(block(minutes, entry, lane));
        });
        return blocks;
    }

    private static Block block(Minutes minutes, Entry entry, int lane) {
        int start = minutes.of(entry.time().start());
        int end = minutes.of(entry.time().end());
        return new Block(entry, minutes.text(entry.time().start()), minutes.text(entry.time().end()), start,
                end - start, start - minutes.of(entry.claimed().start()), minutes.of(entry.claimed().end()) - end,
                lane);
    }

    private static Place place(Minutes minutes, Stretch free) {
        int start = minutes.of(free.start());
        return new Place(minutes.text(free.start()), minutes.text(free.end()), start, minutes.of(free.end()) - start);
    }

    /** Number of columns. */
    public int lanes() {
        return blocks.stream().mapToInt(block -> block.lane() + 1).max().orElse(1);
    }

    /** The hours that are shown. */
    public List<Integer> hours() {
        return IntStream.range(from, to).boxed().toList();
    }

    /** Height of the drawing. */
    public int height() {
        return (to - from) * MINUTES;
    }

    /** Address of a day. */
    public static String address(String owner, LocalDate date) {
        return "/day?of=" + Visit.encode(owner) + "&date=" + date;
    }

    /** Address of this day with a booking of the place filled in. */
    public String address(Place place) {
        return address(owner, date) + "&start=" + Visit.encode(place.start()) + "&end=" + Visit.encode(place.end());
    }

    /** Address of this day with a move filled in. */
    public String addressOfMove(Block block) {
        return address(owner, date) + "&move=" + Visit.encode(block.entry().id()) + "&start="
                + Visit.encode(block.start()) + "&end=" + Visit.encode(block.end());
    }

    /** Minutes of a local date, cut at its ends. */
    private record Minutes(LocalDate date, ZoneId zone, int first) {

        Minutes(LocalDate date, ZoneId zone) {
            this(date, zone, 0);
        }

        Minutes from(int minute) {
            return new Minutes(date, zone, minute);
        }

        int of(Instant at) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            int minute = day.isBefore(date) ? 0
                    : day.isAfter(date) ? DAY * MINUTES : LocalTime.ofInstant(at, zone).toSecondOfDay() / MINUTES;
            return minute - first;
        }

        String text(Instant at) {
            return LocalTime.ofInstant(at, zone).toString();
        }
    }
}
