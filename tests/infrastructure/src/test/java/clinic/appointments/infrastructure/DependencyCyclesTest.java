package clinic.appointments.infrastructure;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DependencyCyclesTest {

    @Test
    void noTemplateHasResourcesThatWaitForEachOther() {
        assertThat(Synthesized.templates()).isNotEmpty().allSatisfy(
                (stack, template) -> assertThat(DependencyCycles.in(template)).as(stack).isEmpty());
    }

    @Test
    void findsResourcesThatWaitForEachOther() {
        var template = Synthesized.templates().get("dev-AppointmentService").deepCopy();
        var resources = (ObjectNode) template.path("Resources");
        resources.putObject("One").put("DependsOn", "Two");
        resources.putObject("Two").putObject("Properties").putObject("Arn").putArray("Fn::GetAtt").add("Three")
                .add("Arn");
        resources.putObject("Three").putObject("Properties").put("Fn::Sub", "arn:${One.Arn}");

        assertThat(DependencyCycles.in(template)).contains(List.of("One", "Two", "Three", "One"));
    }
}
