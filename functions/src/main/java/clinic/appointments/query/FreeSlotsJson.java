package clinic.appointments.query;

import java.util.List;

import clinic.appointments.model.Decision;
import clinic.appointments.model.Interval;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Page;
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

    /**
     * A page of candidates: what is free, and, when that is asked for, what is refused, with the rule and what it rests
     * on, which are ids and settings only.
     */
    static String page(Page<SlotSearch.Candidate> page, boolean explained) {
        ObjectNode json = Json.object();
        ArrayNode free = json.putArray("freeSlots");
        page.items().stream().filter(SlotSearch.Candidate::isFree).forEach(candidate -> free.add(of(candidate)));
        if (explained) {
            ArrayNode refused = json.putArray("refused");
            page.items().forEach(candidate -> candidate.refusal()
                    .ifPresent(refusal -> refused.add(of(candidate.slot(), refusal))));
        }
        page.next().ifPresent(cursor -> json.put("cursor", cursor));
        return json.toString();
    }

    private static ObjectNode of(SlotSearch.Candidate candidate) {
        ObjectNode json = of(candidate.slot());
        ResourceJson.write(candidate.resources(), json);
        return json;
    }

    private static ObjectNode of(TimeSlot slot, Decision.Rejected refusal) {
        ObjectNode json = of(slot).put("rule", refusal.reason().name());
        EvidenceJson.write(refusal.evidence(), json);
        return json;
    }

    private static ObjectNode of(TimeSlot slot) {
        Interval interval = slot.interval();
        ObjectNode json = Json.object();
        TimeSlotFields.write(slot, json);
        return json.put("startAt", interval.start().toString()).put("endAt", interval.end().toString());
    }
}
