package clinic.appointments.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import clinic.appointments.flow.LogLines;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules of the template, on the lines that functions have written, name whom failures concern and nobody else. */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class InsightRulesTest {

    private static final Path TEMPLATE = Path
            .of("tests/infrastructure/src/test/resources/snapshots/dev-AppointmentMonitoring.json");

    private final Map<String, JsonNode> rules;
    private final Path logs;
    private final String run;

    InsightRulesTest(LocalStage stage) throws InterruptedException, IOException {
        rules = new ObjectMapper().readTree(TEMPLATE.toFile()).path("Resources").valueStream()
                .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::InsightRule"))
                .map(resource -> resource.path("Properties")).collect(Collectors.toMap(
                        rule -> rule.path("RuleName").asText(), WatchedTelemetry::body));
        run = Troubles.on(stage).run();
        logs = stage.logDirectory();
    }

    @Test
    void namesTheAppointmentsWhoseWorkFails() {
        assertThat(found("dev-affected-appointments")).contains("refused-" + run, "late-" + run)
                .doesNotContain("blocked-" + run, "far-" + run);
    }

    @Test
    void namesTheRequestsThatFail() {
        assertThat(found("dev-affected-requests")).contains("newer-" + run, "register-" + run)
                .doesNotContain("blocked-" + run, "far-" + run);
    }

    @Test
    void namesThePatientsWhomNoLetterReaches() {
        assertThat(found("dev-unreached-patients")).contains("troubled-" + run);
    }

    @Test
    void isAllRules() {
        assertThat(rules.keySet()).containsExactlyInAnyOrder("dev-affected-appointments", "dev-affected-requests",
                "dev-unreached-patients");
    }

    private Set<String> found(String rule) {
        return new InsightReport(rules.get(rule).path("Contribution")).contributors(LogLines.in(logs));
    }
}
