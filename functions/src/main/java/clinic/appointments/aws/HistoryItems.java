package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Relocation;
import clinic.appointments.model.Relocation.Place;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The history of an appointment as a list of {@link HistoryItem}s. A move has the place that it left: the place that it
 * led to is the one that the next move left, or the present one. Clients' correlation ids are kept until the second
 * move, after which there is no room for them in an item of a kilobyte.
 */
final class HistoryItems {

    private static final int MOVES_WITH_ROOM = 1;

    private HistoryItems() {
    }

    static List<AttributeValue> of(Appointment appointment) {
        List<AttributeValue> written = new ArrayList<>();
        Place next = presentPlace(appointment);
        for (int i = appointment.history().size() - 1; i >= 0; i--) {
            HistoryEntry entry = appointment.history().get(i);
            HistoryItem item = new HistoryItem(before(appointment.history(), i));
            Attributes map = item.of(entry);
            if (isRoomy(appointment)) {
                item.correlate(entry, map);
            }
            if (entry.relocation().isPresent()) {
                move(entry.relocation().get(), next, map);
                next = entry.relocation().get().before();
            }
            written.addFirst(map.asMap());
        }
        return written;
    }

    static List<HistoryEntry> read(List<AttributeValue> stored, Place present) {
        List<Attributes> maps = stored.stream().map(AttributeValue::m).map(Attributes::of).toList();
        List<Optional<Relocation>> relocations = relocations(maps, present);
        List<HistoryEntry> history = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            history.add(new HistoryItem(before(history, i)).read(maps.get(i), relocations.get(i)));
        }
        return history;
    }

    private static boolean isRoomy(Appointment appointment) {
        return appointment.history().stream().filter(entry -> entry.relocation().isPresent())
                .count() <= MOVES_WITH_ROOM;
    }

    private static void move(Relocation moved, Place next, Attributes map) {
        map.list(HistoryItem.OLD, PlaceItem.of(moved.before()));
        if (!moved.after().equals(next)) {
            map.list(HistoryItem.NEW, PlaceItem.of(moved.after()));
        }
    }

    private static List<Optional<Relocation>> relocations(List<Attributes> maps, Place present) {
        List<Optional<Relocation>> found = new ArrayList<>();
        Place next = present;
        for (Attributes map : maps.reversed()) {
            Optional<Relocation> relocation = relocation(map, next);
            next = relocation.map(Relocation::before).orElse(next);
            found.addFirst(relocation);
        }
        return found;
    }

    private static Optional<Relocation> relocation(Attributes map, Place next) {
        return map.has(HistoryItem.OLD)
                ? Optional.of(new Relocation(PlaceItem.read(map.list(HistoryItem.OLD)),
                        map.has(HistoryItem.NEW) ? PlaceItem.read(map.list(HistoryItem.NEW)) : next))
                : Optional.empty();
    }

    private static Optional<HistoryEntry> before(List<HistoryEntry> history, int entry) {
        return entry == 0 ? Optional.empty() : Optional.of(history.get(entry - 1));
    }

    private static Place presentPlace(Appointment appointment) {
        return new Place(appointment.slot(), appointment.booking().resources());
    }
}
