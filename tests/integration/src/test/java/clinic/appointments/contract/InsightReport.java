package clinic.appointments.contract;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule of Contributor Insights on JSON lines: a line counts for its keys if it meets all filters (CloudWatch:
 * "Contributor Insights rule syntax").
 *
 * @param contribution keys and filters, as in the body of the rule
 */
record InsightReport(JsonNode contribution) {

    /** The values of the rule's only key. */
    Set<String> contributors(Stream<JsonNode> lines) {
        List<Predicate<JsonNode>> filters = contribution.path("Filters").valueStream().map(InsightReport::filter)
                .toList();
        return lines.filter(line -> filters.stream().allMatch(filter -> filter.test(line)))
                .map(line -> at(line, contribution.at("/Keys/0"))).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Predicate<JsonNode> filter(JsonNode filter) {
        if (filter.has("IsPresent")) {
            return line -> at(line, filter.path("Match")).isMissingNode() != filter.path("IsPresent").asBoolean();
        }
        Set<String> values = filter.path("In").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        return line -> values.contains(at(line, filter.path("Match")).asText());
    }

    private static JsonNode at(JsonNode line, JsonNode path) {
        return line.path(path.asText().replaceFirst("^\\$\\.", ""));
    }
}
