package clinic.appointments.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A calendar day as an item of {@link CalendarsTable}: {@code busy} is a list of {@link BusyItem}s, and each block has
 * a {@link BlockedItem}.
 */
final class CalendarItem {

    static final String VERSION = "version";
    static final String BUSY = "busy";
    /** An interval may reach into the next day, and clocks differ. */
    private static final int DAYS_KEPT_AFTER = 2;

    private CalendarItem() {
    }

    static Map<String, AttributeValue> key(CalendarId id) {
        return Map.of(CalendarsTable.KEY, Attributes.textOf(id.toString()));
    }

    static AttributeValue busy(CalendarDay day) {
        return AttributeValue.fromL(day.busy().stream().map(BusyItem::of).toList());
    }

    static CalendarDay read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        return new CalendarDay(CalendarId.of(item.text(CalendarsTable.KEY)),
                item.list(BUSY).stream().map(BusyItem::read).toList(), BlockedItem.read(stored).toList(),
                item.number(VERSION));
    }

    static List<Map<String, AttributeValue>> keys(List<CalendarId> days) {
        return days.stream().map(CalendarItem::key).toList();
    }

    /** The wanted days in their order; a day without an item is empty. */
    static List<CalendarDay> read(List<CalendarId> wanted, List<Map<String, AttributeValue>> items) {
        Map<CalendarId, CalendarDay> stored = items.stream().map(CalendarItem::read)
                .collect(Collectors.toMap(CalendarDay::id, Function.identity()));
        return wanted.stream().map(id -> stored.getOrDefault(id, CalendarDay.empty(id))).toList();
    }

    static long ttl(CalendarId id) {
        return id.date().plusDays(DAYS_KEPT_AFTER).toEpochDay() * Duration.ofDays(1).toSeconds();
    }
}
