package clinic.appointments.query;

import java.util.List;

import clinic.appointments.model.Interval;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.TimeSlotFields;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Free slots as JSON for replies: with the fields that a booking of the slot needs. */
final class FreeSlotsJson {

    private FreeSlotsJson() {
    }

    static String of(List<TimeSlot> slots) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("freeSlots");
        slots.forEach(slot -> items.add(of(slot)));
        return json.toString();
    }

    private static ObjectNode of(TimeSlot slot) {
        Interval interval = slot.interval();
        ObjectNode json = Json.object();
        TimeSlotFields.write(slot, json);
        return json.put("startAt", interval.start().toString()).put("endAt", interval.end().toString());
    }
}
