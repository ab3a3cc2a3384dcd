package clinic.appointments.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Log fields that a rule of Contributor Insights reads (CloudWatch: "Contributor Insights rule syntax"). */
final class RuleFields {

    private RuleFields() {
    }

    static Set<String> of(JsonNode body) {
        JsonNode contribution = body.path("Contribution");
        Set<String> fields = new TreeSet<>();
        Stream.concat(contribution.path("Keys").valueStream(),
                contribution.path("Filters").valueStream().map(filter -> filter.path("Match")))
                .forEach(path -> fields.add(path.asText().replaceFirst("^\\$\\.", "")));
        return fields;
    }
}
