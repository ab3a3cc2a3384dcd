package clinic.appointments.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.template.Deployment;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The shape of traces: one line for each invocation, message and call, below the one that it belongs to. Without ids,
 * times and durations, and in alphabetical order, because some calls are made side by side.
 */
final class TraceShape {

    private static final String INDENT = "  ";

    private final Map<String, String> resources = new HashMap<>();
    private final Collection<JsonNode> segments;

    private TraceShape(Deployment deployment, Collection<JsonNode> segments) {
        this.segments = segments;
        deployment.tables().forEach(table -> resources.put(table.name(), table.id()));
        deployment.queues().forEach(queue -> resources.put(queue.url(), queue.id()));
    }

    /** The lines of segments and of the subsegments that were sent on their own. */
    static List<String> of(Deployment deployment, Collection<JsonNode> segments) {
        TraceShape shape = new TraceShape(deployment, segments);
        return segments.stream().filter(TraceShape::isOfInvocation).map(shape::block).sorted()
                .flatMap(String::lines).toList();
    }

    /** Whether each invocation has sent something. */
    static boolean isComplete(Collection<JsonNode> segments) {
        return segments.stream().filter(TraceShape::isOfInvocation)
                .allMatch(segment -> segments.stream().anyMatch(other -> isChild(other, segment)));
    }

    private static boolean isOfInvocation(JsonNode segment) {
        return segment.path("origin").asText().equals("AWS::Lambda::Function");
    }

    private static boolean isChild(JsonNode subsegment, JsonNode segment) {
        return subsegment.has("parent_id") && subsegment.path("parent_id").equals(segment.path("id"));
    }

    private String block(JsonNode entity) {
        String line = line(entity);
        return Stream.concat(Stream.of(line), children(entity).map(this::block).sorted().flatMap(String::lines)
                .map(INDENT::concat)).collect(Collectors.joining("\n"));
    }

    private Stream<JsonNode> children(JsonNode entity) {
        return Stream.concat(segments.stream().filter(other -> isChild(other, entity)),
                elements(entity.path("subsegments")));
    }

    private String line(JsonNode entity) {
        return Stream.of(name(entity), resource(entity.path("aws")), outcome(entity), annotations(entity),
                metadata(entity), links(entity), flags(entity), causes(entity)).flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> name(JsonNode entity) {
        String name = entity.path("name").asText();
        String operation = entity.at("/aws/operation").asText();
        return Optional.of(isOfInvocation(entity) ? function(name)
                : operation.isEmpty() ? name
                        : name + "." + operation);
    }

    private static String function(String physicalName) {
        return Stream.of(FunctionName.values()).map(FunctionName::id).filter(physicalName::startsWith).findFirst()
                .orElseThrow();
    }

    private Optional<String> resource(JsonNode aws) {
        String names = Stream.concat(Stream.of(aws.path("table_name"), aws.path("queue_url")),
                elements(aws.path("table_names"))).map(JsonNode::asText).filter(name -> !name.isEmpty())
                .map(name -> resources.getOrDefault(name, name)).sorted().collect(Collectors.joining(" "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    private static Optional<String> outcome(JsonNode entity) {
        return Optional.of(entity.at("/annotations/outcome").asText()).filter(outcome -> !outcome.isEmpty());
    }

    private static Optional<String> annotations(JsonNode entity) {
        return keys("annotations", Stream.of(entity.path("annotations")));
    }

    private static Optional<String> metadata(JsonNode entity) {
        return keys("metadata", elements(entity.path("metadata")));
    }

    private static Optional<String> keys(String kind, Stream<JsonNode> objects) {
        TreeSet<String> keys = objects.flatMap(object -> object.propertyStream().map(Map.Entry::getKey))
                .collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(kind + keys).filter(_ -> !keys.isEmpty());
    }

    private static Optional<String> links(JsonNode entity) {
        return Optional.of("linked").filter(_ -> !entity.path("links").isEmpty());
    }

    private static Optional<String> flags(JsonNode entity) {
        String flags = Stream.of("error", "fault", "throttle").filter(flag -> entity.path(flag).asBoolean())
                .collect(Collectors.joining(" "));
        return Optional.of(flags).filter(text -> !text.isEmpty());
    }

    /** The types of the exceptions; one that was recorded below is only referred to. */
    private static Optional<String> causes(JsonNode entity) {
        String types = elements(entity.at("/cause/exceptions")).map(thrown -> thrown.path("type").asText())
                .filter(type -> !type.isEmpty()).map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(" "));
        return Optional.of(types).filter(text -> !text.isEmpty());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
