package clinic.appointments.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.CalendarDifference;
import clinic.appointments.model.CalendarId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A write of some attributes of a calendar day, which raises its version. It leaves all others as they are: a later
 * version of this service may have written attributes that this one does not know.
 */
final class CalendarWrite {

    private static final String ABSENT = "attribute_not_exists(#id)";
    private static final String UNCHANGED = "#version = :seen";

    private final CalendarId id;
    private final List<String> set = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private String condition = "";

    private CalendarWrite(CalendarId id) {
        this.id = id;
        set(CalendarsTable.TTL, Attributes.numberOf(CalendarItem.ttl(id)));
        names.put("#version", CalendarItem.VERSION);
        values.put(":one", Attributes.numberOf(1));
    }

    /** The claims of a day, on condition that it has the version before. */
    static CalendarWrite ofClaims(CalendarDay day) {
        return new CalendarWrite(day.id()).expecting(day.version() - 1).set(CalendarItem.BUSY, CalendarItem.busy(day));
    }

    /** An entry of a block, on condition that the day has the version that was read. */
    static CalendarWrite ofEntry(Blocked entry, CalendarDay seen) {
        return ofEntry(entry, seen.id()).expecting(seen.version());
    }

    /** An entry of a block, whatever else the day has. */
    static CalendarWrite ofEntry(Blocked entry, CalendarId day) {
        return new CalendarWrite(day).set(entry);
    }

    /** The removal of a block's entry, whatever else the day has. */
    static CalendarWrite withoutEntry(BlockId block, CalendarId day) {
        return new CalendarWrite(day).remove(block);
    }

    /** The claims and the entries of a mended day, on condition that the stored day is as it was read. */
    static CalendarWrite ofDifference(CalendarDifference difference) {
        CalendarWrite write = ofClaims(difference.mended());
        difference.unownedBlocks().forEach(entry -> write.remove(entry.blockId()));
        difference.missingBlocks().forEach(write::set);
        return write;
    }

    private CalendarWrite expecting(long version) {
        if (version == 0) {
            condition = ABSENT;
            names.put("#id", CalendarsTable.KEY);
        } else {
            condition = UNCHANGED;
            values.put(":seen", Attributes.numberOf(version));
        }
        return this;
    }

    private CalendarWrite set(Blocked entry) {
        return set(BlockedItem.name(entry.blockId()), BlockedItem.of(entry));
    }

    private CalendarWrite set(String name, AttributeValue value) {
        String placeholder = placeholder(name);
        values.put(":" + placeholder, value);
        set.add("#" + placeholder + " = :" + placeholder);
        return this;
    }

    private CalendarWrite remove(BlockId block) {
        removed.add("#" + placeholder(BlockedItem.name(block)));
        return this;
    }

    private String placeholder(String name) {
        String placeholder = "attribute" + names.size();
        names.put("#" + placeholder, name);
        return placeholder;
    }

    Update in(String table) {
        return Update.builder().tableName(table).key(CalendarItem.key(id)).updateExpression(expression())
                .conditionExpression(condition.isEmpty() ? null : condition).expressionAttributeNames(names)
                .expressionAttributeValues(values).build();
    }

    private String expression() {
        return "SET " + String.join(", ", set) + (removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed))
                + " ADD #version :one";
    }
}
