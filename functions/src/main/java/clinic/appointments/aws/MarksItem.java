package clinic.appointments.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.model.CheckInState;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Provenance;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks as a map within an appointment's item; an appointment without marks has no such attribute. */
final class MarksItem {

    /** Attribute of an appointment's item with the map of marks. */
    static final String NAME = "marks";
    private static final String AT = "t";
    private static final String ACTOR = "by";

    private MarksItem() {
    }

    static Map<String, AttributeValue> of(Marks marks) {
        Map<String, AttributeValue> entries = new HashMap<>();
        marks.checkIns().forEach((state, mark) -> entries.put(state.name(), entry(mark)));
        return entries;
    }

    static Marks read(Map<String, AttributeValue> stored) {
        return new Marks(stored.entrySet().stream().collect(Collectors.toMap(
                entry -> CheckInState.valueOf(entry.getKey()), entry -> mark(Attributes.of(entry.getValue().m())))));
    }

    /** The condition on a write that must lose no mark which was not read. */
    static String unchanged(Marks seen) {
        return seen.isEmpty() ? "attribute_not_exists(#marks)" : "#marks = :marks";
    }

    private static AttributeValue entry(Mark mark) {
        return Attributes.empty().time(AT, mark.at())
                .text(ACTOR, Optional.of(mark.actor()).filter(actor -> !actor.equals(Provenance.CLIENT))).asMap();
    }

    private static Mark mark(Attributes entry) {
        return new Mark(entry.time(AT), entry.optionalText(ACTOR).orElse(Provenance.CLIENT));
    }
}
