package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Resources of a template that wait for each other: CloudFormation refuses such a template, synthesis does not
 * (CloudFormation User Guide, "DependsOn attribute").
 */
final class DependencyCycles {

    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    private final TreeMap<String, Set<String>> waitsFor = new TreeMap<>();

    private DependencyCycles(JsonNode resources) {
        resources.properties().forEach(resource -> {
            var names = new LinkedHashSet<String>();
            collect(resource.getValue(), names);
            names.retainAll(resources.properties().stream().map(Map.Entry::getKey).toList());
            waitsFor.put(resource.getKey(), names);
        });
    }

    /** The logical ids of one cycle, its first one once more at the end; empty when there is none. */
    static Optional<List<String>> in(JsonNode template) {
        DependencyCycles cycles = new DependencyCycles(template.path("Resources"));
        var settled = new LinkedHashSet<String>();
        return cycles.waitsFor.keySet().stream().map(id -> cycles.from(id, List.of(), settled))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<List<String>> from(String id, List<String> path, Set<String> settled) {
        if (path.contains(id)) {
            return Optional
                    .of(Stream.concat(path.subList(path.indexOf(id), path.size()).stream(), Stream.of(id)).toList());
        }
        if (settled.contains(id)) {
            return Optional.empty();
        }
        var longer = new ArrayList<>(path);
        longer.add(id);
        Optional<List<String>> found = waitsFor.get(id).stream().map(next -> from(next, longer, settled))
                .flatMap(Optional::stream).findFirst();
        settled.add(id);
        return found;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            switch (field.getKey()) {
                case "Ref" -> names.add(field.getValue().asText());
                case "DependsOn" -> texts(field.getValue()).forEach(names::add);
                case "Fn::GetAtt" -> names.add(texts(field.getValue()).findFirst().orElse("").split("\\.", -1)[0]);
                case "Fn::Sub" -> texts(field.getValue()).flatMap(DependencyCycles::inText).forEach(names::add);
                default -> collect(field.getValue(), names);
            }
        });
        if (node.isArray()) {
            node.elements().forEachRemaining(element -> collect(element, names));
        }
    }

    private static Stream<String> inText(String text) {
        return IN_TEXT.matcher(text).results().map(result -> result.group(1));
    }

    private static Stream<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.elements().forEachRemaining(element -> texts.add(element.asText()));
        return texts.stream();
    }
}
