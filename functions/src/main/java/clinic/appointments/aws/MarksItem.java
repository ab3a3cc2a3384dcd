package clinic.appointments.aws;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.model.BlockId;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ResourceId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks as a map within an appointment's item; an appointment without marks has no such attribute. */
final class MarksItem {

    /** Attribute of an appointment's item with the map of marks. */
    static final String NAME = "marks";
    private static final String BLOCK = "block#";
    private static final String DEFINITION = "rules#";
    private static final String SEPARATOR = "#";
    private static final String AT = "t";
    private static final String ACTOR = "by";

    private MarksItem() {
    }

    /** Writes the marks under a name; without marks nothing. */
    static void write(Marks marks, String name, Attributes item) {
        if (!marks.isEmpty()) {
            item.map(name, of(marks));
        }
    }

    private static Map<String, AttributeValue> of(Marks marks) {
        Map<String, AttributeValue> entries = new HashMap<>();
        marks.checkIns().forEach((state, mark) -> entries.put(state.name(), entry(mark)));
        marks.kept().forEach((displacer, mark) -> entries.put(text(displacer), entry(mark)));
        return entries;
    }

    static Marks read(Map<String, AttributeValue> stored) {
        Map<CheckInState, Mark> checkIns = new EnumMap<>(CheckInState.class);
        Map<Displacer, Mark> kept = new HashMap<>();
        stored.forEach((name, entry) -> {
            Mark mark = mark(Attributes.of(entry.m()));
            displacer(name).ifPresentOrElse(displacer -> kept.put(displacer, mark),
                    () -> checkIns.put(CheckInState.valueOf(name), mark));
        });
        return new Marks(checkIns, kept);
    }

    private static String text(Displacer displacer) {
        return switch (displacer) {
            case Displacer.OfBlock(var block) -> BLOCK + block.value();
            case Displacer.OfDefinition(var resource, var version) -> DEFINITION + version + SEPARATOR + resource;
        };
    }

    private static Optional<Displacer> displacer(String name) {
        if (name.startsWith(BLOCK)) {
            return Optional.of(new Displacer.OfBlock(new BlockId(name.substring(BLOCK.length()))));
        }
        return Optional.of(name).filter(text -> text.startsWith(DEFINITION))
                .map(text -> text.substring(DEFINITION.length()).split(SEPARATOR, 2))
                .map(parts -> new Displacer.OfDefinition(ResourceId.of(parts[1]), Long.parseLong(parts[0])));
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
