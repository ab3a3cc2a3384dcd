package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

import static org.assertj.core.api.Assertions.assertThat;

/** A stage with placeholders is synthesized, but CloudFormation refuses to deploy any of its stacks. */
class PlaceholderGuardTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void refusesEveryStackOfAStageWithPlaceholders(StageName stage) {
        assertThat(Synthesized.templates().entrySet().stream()
                .filter(template -> template.getKey().startsWith(stage.id() + "-"))
                .map(template -> refusals(template.getValue()))).hasSize(3)
                .containsOnly(List.of(("Set sender and alarmRecipients in "
                        + "infrastructure/stages/%s.yaml: addresses at appointments.example are placeholders that "
                        + "receive no mail.").formatted(stage.id())));
    }

    @Test
    void acceptsAStageWithAddressesOfItsOwn() throws IOException {
        var settings = StageDefaults.of(StageName.DEV).sender("reminders@clinic.example")
                .alarmRecipients(List.of("oncall@clinic.example")).build();
        assertThat(templates(settings)).hasSize(3)
                .allSatisfy(template -> assertThat(refusals(template)).isEmpty());
    }

    @Test
    void namesTheSettingThatIsLeft() throws IOException {
        var settings = StageDefaults.of(StageName.DEV).sender("reminders@clinic.example").build();
        assertThat(templates(settings)).allSatisfy(template -> assertThat(refusals(template)).singleElement()
                .asString().startsWith("Set alarmRecipients in infrastructure/stages/dev.yaml"));
    }

    private List<JsonNode> templates(StageSettings settings) throws IOException {
        var bundle = Files.createDirectory(directory.resolve("bundle"));
        var app = new App(AppProps.builder().outdir(directory.resolve("out").toString()).analyticsReporting(false)
                .context(Synthesized.context()).build());
        new AppointmentSchedulingStage(app, StageName.DEV, settings, bundle);
        return List.copyOf(Templates.in(Path.of(app.synth().getDirectory())).values());
    }

    /** What CloudFormation says about rules that do not hold for the parameters' defaults. */
    private static List<String> refusals(JsonNode template) {
        return template.path("Rules").propertyStream().filter(rule -> !rule.getKey().equals("CheckBootstrapVersion"))
                .flatMap(rule -> rule.getValue().path("Assertions").valueStream())
                .filter(assertion -> !holds(assertion.path("Assert"), template.path("Parameters")))
                .map(assertion -> assertion.path("AssertDescription").asText()).toList();
    }

    private static boolean holds(JsonNode assertion, JsonNode parameters) {
        var operands = assertion.path("Fn::Equals");
        assertThat(operands.size()).as("the only function of the rule").isEqualTo(2);
        return parameters.path(operands.path(0).path("Ref").asText()).path("Default").equals(operands.path(1));
    }
}
