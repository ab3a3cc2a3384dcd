package clinic.appointments.query;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.api.WrittenApi;
import clinic.appointments.local.api.WrittenApi.Operation;
import clinic.appointments.model.ClientId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The query function answers what the document promises, and promises nothing that the document keeps to itself. */
class RoutesOfTheApiTest {

    /**
     * Reads of the document that the function does not understand yet; remove a read here when the function understands
     * it.
     */
    @Test
    void understandsTheExamplesOfEveryRead() {
        assertThat(reads()).isNotEmpty()
                .allSatisfy(read -> assertThat(breach(read)).as(read.name()).isEmpty());
    }

    @Test
    void hasNoRouteThatTheDocumentDoesNotKnow() {
        assertThat(Arrays.stream(Route.values())).allMatch(
                route -> reads().anyMatch(read -> Route.of(method(read), read.path()).equals(Optional.of(route))));
    }

    /** Why an example is not understood; empty when all are. */
    private static String breach(Operation read) {
        return Route.of(method(read), read.path())
                .map(route -> Stream.of(read.queryExamples(), read.requiredQueryExamples())
                        .map(query -> breach(route, new QueryParameters(read.pathExamples(), once(query),
                                read.bodies().findFirst().orElseThrow(), ClientId.OF_REQUEST_QUEUE, ZoneOffset.UTC)))
                        .collect(Collectors.joining()))
                .orElse("this route does not exist");
    }

    private static Map<String, List<String>> once(Map<String, String> query) {
        return query.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
    }

    private static String breach(Route route, QueryParameters fields) {
        try {
            route.question(fields);
            return "";
        } catch (RuntimeException refused) {
            return refused.getMessage();
        }
    }

    private static String method(Operation operation) {
        return operation.method().toUpperCase(Locale.ROOT);
    }

    private static Stream<Operation> reads() {
        return WrittenApi.operations().filter(operation -> !operation.isWrite());
    }
}
