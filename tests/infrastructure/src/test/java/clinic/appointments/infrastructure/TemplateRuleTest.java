package clinic.appointments.infrastructure;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static clinic.appointments.infrastructure.TemplateRule.A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS;
import static clinic.appointments.infrastructure.TemplateRule.EVERY_QUEUE_IS_ENCRYPTED_WITH_THE_KEY;
import static clinic.appointments.infrastructure.TemplateRule.EVERY_QUEUE_REFUSES_PLAIN_TEXT;
import static clinic.appointments.infrastructure.TemplateRule.EVERY_TABLE_BUT_THE_PATIENTS_FORGETS;
import static clinic.appointments.infrastructure.TemplateRule.EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY_AND_RECOVERABLE;
import static clinic.appointments.infrastructure.TemplateRule.EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS;
import static clinic.appointments.infrastructure.TemplateRule.NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD;
import static clinic.appointments.infrastructure.TemplateRule.NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD;
import static clinic.appointments.infrastructure.TemplateRule.SOURCES_REPORT_FAILURES_MESSAGE_BY_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The templates keep every rule, and each rule finds a template that breaks it. */
class TemplateRuleTest {

    private static final String QUERY_POLICY = "AppointmentQueryProcessorRoleDefaultPolicy9399C37F";
    private static final String TABLE = "CalendarsTable01C6EE64";

    @ParameterizedTest
    @EnumSource
    void theTemplatesKeepTheRule(TemplateRule rule) {
        for (var stage : StageName.values()) {
            var resources = new TemplateRule.Resources(Synthesized.resources(stage));
            assertThat(rule.breaches(resources)).as(stage.id()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void theRuleFindsWhatBreaksIt(TemplateRule rule, String found, Consumer<ObjectNode> change) {
        var resources = Synthesized.resources(StageName.DEV);
        change.accept(resources);
        assertThat(rule.breaches(new TemplateRule.Resources(resources))).containsExactly(found);
    }

    @Test
    void everyRuleIsShownToFindSomething() {
        Set<Object> shown = breaks().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Arrays.asList(TemplateRule.values()));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                breaking(SOURCES_REPORT_FAILURES_MESSAGE_BY_MESSAGE, source(),
                        resources -> properties(resources, source()).remove("FunctionResponseTypes")),
                breaking(A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS, source(),
                        resources -> queue(resources).put("VisibilityTimeout", 179)),
                breaking(EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS, source(),
                        resources -> queue(resources).remove("RedrivePolicy")),
                breaking(EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS, "AppointmentConfirmationProcessorSource787E881C",
                        resources -> properties(resources, "AppointmentConfirmationQueueBDC49352").set("RedrivePolicy",
                                queue(resources).get("RedrivePolicy"))),
                breaking(EVERY_QUEUE_IS_ENCRYPTED_WITH_THE_KEY, StatefulResources.REQUEST_QUEUE,
                        resources -> queue(resources).remove("KmsMasterKeyId")),
                breaking(EVERY_QUEUE_REFUSES_PLAIN_TEXT, StatefulResources.REQUEST_QUEUE,
                        resources -> resources.remove("AppointmentRequestQueuePolicy75016444")),
                breaking(NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD, QUERY_POLICY,
                        resources -> statement(resources).put("Action", "dynamodb:*")),
                breaking(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, QUERY_POLICY,
                        resources -> statement(resources).put("Resource", "*")),
                breaking(EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY_AND_RECOVERABLE, TABLE,
                        resources -> replica(resources).remove("PointInTimeRecoverySpecification")),
                breaking(EVERY_TABLE_IS_ENCRYPTED_WITH_THE_KEY_AND_RECOVERABLE, TABLE,
                        resources -> replica(resources).remove("SSESpecification")),
                breaking(EVERY_TABLE_BUT_THE_PATIENTS_FORGETS, TABLE,
                        resources -> properties(resources, TABLE).remove("TimeToLiveSpecification")));
    }

    private static Arguments breaking(TemplateRule rule, String found, Consumer<ObjectNode> change) {
        return arguments(rule, found, change);
    }

    private static String source() {
        return "AppointmentRequestProcessorSource94C6A767";
    }

    private static ObjectNode properties(JsonNode resources, String id) {
        return (ObjectNode) resources.path(id).path("Properties");
    }

    private static ObjectNode queue(JsonNode resources) {
        return properties(resources, StatefulResources.REQUEST_QUEUE);
    }

    private static ObjectNode replica(JsonNode resources) {
        return (ObjectNode) properties(resources, TABLE).path("Replicas").path(0);
    }

    /** The first statement after X-Ray's. */
    private static ObjectNode statement(JsonNode resources) {
        return (ObjectNode) properties(resources, QUERY_POLICY).path("PolicyDocument").path("Statement").path(1);
    }
}
