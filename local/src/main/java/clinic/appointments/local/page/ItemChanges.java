package clinic.appointments.local.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.local.gateway.ItemVersion;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The changes of one item, each with what it was before and after.
 *
 * @param key of the item
 */
record ItemChanges(StageReading reading, Table table, String key) {

    /** One entry for each change, oldest first. */
    Stream<StoryEntry> entries() {
        List<StoryEntry> entries = new ArrayList<>();
        JsonNode before = MissingNode.getInstance();
        for (ItemVersion version : reading.versions(this::isOfItem)) {
            JsonNode after = version.isDeleted() ? MissingNode.getInstance() : Items.plain(version.item());
            if (!after.equals(before)) {
                entries.add(entry(version, before, after));
            }
            before = after;
        }
        return entries.stream();
    }

    private boolean isOfItem(ItemVersion version) {
        return version.table().equals(table.name()) && Items.key(table, version.item()).equals(key);
    }

    private StoryEntry entry(ItemVersion version, JsonNode before, JsonNode after) {
        if (before.isMissingNode()) {
            return entry(version, "created", Pretty.json(after));
        }
        if (after.isMissingNode()) {
            return entry(version, "deleted", Pretty.json(before));
        }
        String names = names(before, after).filter(name -> !before.path(name).equals(after.path(name)))
                .collect(Collectors.joining(", "));
        return entry(version, "changed: " + names,
                differences("", before, after).collect(Collectors.joining("\n")));
    }

    private StoryEntry entry(ItemVersion version, String what, String detail) {
        return StoryEntry.of(reading.at(version.at()), "change",
                "item of %s %s (by %s)".formatted(table.id(), what, version.caller()), detail);
    }

    /** One line for each value that differs, with its place in the item. */
    private static Stream<String> differences(String place, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return Stream.empty();
        }
        if (before.isObject() && after.isObject()) {
            return names(before, after).flatMap(name -> differences(place.isEmpty() ? name : place + "." + name,
                    before.path(name), after.path(name)));
        }
        if (before.isArray() && after.isArray()) {
            return IntStream.range(0, Math.max(before.size(), after.size())).boxed()
                    .flatMap(index -> differences(place + "[" + index + "]", before.path(index), after.path(index)));
        }
        return Stream.of("%s: %s → %s".formatted(place, text(before), text(after)));
    }

    private static Stream<String> names(JsonNode before, JsonNode after) {
        return Stream.concat(before.propertyStream(), after.propertyStream()).map(field -> field.getKey()).distinct()
                .sorted();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
