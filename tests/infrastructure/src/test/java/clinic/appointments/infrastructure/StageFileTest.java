package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A team sets its own values in a file, and a mistake in it is refused in one sentence. */
class StageFileTest {

    private static final Path EXAMPLE = Path.of("infrastructure/stages/example.yaml");

    @TempDir
    private Path directory;

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(overridden(StageName.PROD)).isEqualTo(StageSettings.of(StageName.PROD));
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        write("prod.yaml", "# nothing yet\n");
        assertThat(overridden(StageName.PROD)).isEqualTo(StageSettings.of(StageName.PROD));
    }

    @Test
    void setsEveryFieldOfTheExample() throws IOException {
        write("prod.yaml", Files.readString(EXAMPLE));
        var settings = overridden(StageName.PROD);
        assertThat(settings.account()).contains("123456789012");
        assertThat(settings.region()).isEqualTo("eu-west-1");
        assertThat(settings.reminders().sender()).isEqualTo("reminders@clinic.example");
        assertThat(settings.alarms().recipients()).containsExactly("oncall@clinic.example", "clinic-it@clinic.example");
        assertThat(settings.bookings().zone()).isEqualTo(ZoneId.of("Europe/Dublin"));
        assertThat(settings.bookings().resources().demanded()).isTrue();
        assertThat(List.of(settings.functions().concurrency().requests(),
                settings.functions().concurrency().confirmations(), settings.functions().concurrency().reminders(),
                settings.functions().concurrency().queries())).containsExactly(30, 31, 5, 60);
    }

    @Test
    void leavesEveryOtherSettingAsItIs() throws IOException {
        write("prod.yaml", "concurrency:\n  queries: 60\n");
        var defaults = StageSettings.of(StageName.PROD);
        var settings = overridden(StageName.PROD);
        assertThat(settings.functions().concurrency())
                .isEqualTo(defaults.functions().concurrency().toBuilder().queries(60).build());
        assertThat(settings.alarms()).isEqualTo(defaults.alarms());
        assertThat(settings.bookings()).isEqualTo(defaults.bookings());
        assertThat(overridden(StageName.DEV)).isEqualTo(StageSettings.of(StageName.DEV));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("regoin: eu-west-1", "regoin is not a setting; the settings are account, region, sender, "
                        + "alarmRecipients, timeZone, definedResources, overdueShards, statusShards, "
                        + "concurrency.reserved, "
                        + "concurrency.requests, concurrency.confirmations, concurrency.reminders, "
                        + "concurrency.queries, "
                        + "smoke.enabled, smoke.minutes."),
                arguments("account: 123456789012", "account must be 12 digits in quotation marks, not 123456789012."),
                arguments("account: \"1234\"", "account must be 12 digits in quotation marks, not \"1234\"."),
                arguments("region: Frankfurt", "region must be a region such as eu-central-1, not \"Frankfurt\"."),
                arguments("sender: clinic.example", "sender must be an e-mail address, not \"clinic.example\"."),
                arguments("alarmRecipients: oncall@clinic.example",
                        "alarmRecipients must be a list of e-mail addresses, at least one, "
                                + "not \"oncall@clinic.example\"."),
                arguments("alarmRecipients: []",
                        "alarmRecipients must be a list of e-mail addresses, at least one, not []."),
                arguments("timeZone: CET+1",
                        "timeZone must be an IANA time zone such as Europe/Berlin, not \"CET+1\"."),
                arguments("definedResources: yes please",
                        "definedResources must be true or false, not \"yes please\"."),
                arguments("overdueShards: 0", "overdueShards must be a whole number from 1 to 128, not 0."),
                arguments("statusShards: 129", "statusShards must be a whole number from 1 to 128, not 129."),
                arguments("concurrency:\n  queries: 1",
                        "concurrency.queries must be a whole number from 2 to 1000, not 1."),
                arguments("concurrency:\n  queries: many",
                        "concurrency.queries must be a whole number from 2 to 1000, not \"many\"."),
                arguments("concurrency:\n  reserved: 10",
                        "concurrency.reserved must be true or false, not 10."),
                arguments("concurrency:\n  mails: 5", "concurrency.mails is not a setting; "),
                arguments("concurrency: 5", "concurrency is not a setting; "),
                arguments("- region", "must hold fields such as region: eu-west-1."),
                arguments("region: eu-west-1\nregion: eu-west-2", "line 2 cannot be read: Duplicate field 'region'."),
                arguments("region: [", "line 1 cannot be read: "));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesAMistakeInOneSentenceThatNamesFileFieldAndRule(String content, String sentence) throws IOException {
        var file = write("staging.yaml", content);
        assertThatThrownBy(() -> overridden(StageName.STAGING)).isInstanceOf(StartProblem.class)
                .hasMessageStartingWith(file + ": " + sentence).message().doesNotContain("\n");
    }

    @Test
    void aStageWithoutReservationsFitsIntoANewAccount() throws IOException {
        write("dev.yaml", "concurrency: {reserved: false, requests: 2, confirmations: 2, reminders: 2, queries: 2}");
        var settings = overridden(StageName.DEV);
        var stage = new AppointmentSchedulingStage(new App(), StageName.DEV, settings, directory);
        var service = (Stack) stage.getNode().findChild(AppointmentServiceStack.ID);
        var template = Template.fromStack(service);
        assertThat(settings.functions().concurrency().totalReserved()).isZero();
        assertThat(template.findResources("AWS::Lambda::Function").values()).hasSize(6)
                .noneMatch(function -> function.toString().contains("ReservedConcurrentExecutions"));
        assertThat(template.findResources("AWS::Lambda::EventSourceMapping").values()).hasSize(5)
                .allMatch(source -> source.toString().contains("MaximumConcurrency=2"));
    }

    @Test
    void refusesAFileOfNoStage() throws IOException {
        var file = write("production.yaml", "region: eu-west-1");
        assertThatThrownBy(() -> overridden(StageName.PROD)).isInstanceOf(StartProblem.class)
                .hasMessage(file + ": there is no such stage; known stages are dev, staging, prod.");
    }

    @Test
    void theCommandLineHasTheLastWord() throws IOException {
        write("dev.yaml", "region: eu-west-1\naccount: \"123456789012\"");
        var settings = new StageOverrides(Optional.of(directory), Optional.of("eu-west-2"), Optional.of(""),
                Optional.empty())
                .settings(StageName.DEV);
        assertThat(settings.region()).isEqualTo("eu-west-2");
        assertThat(settings.account()).isEmpty();
    }

    @Test
    void theStacksAreBoundToTheAccount() throws IOException {
        write("dev.yaml", "account: \"123456789012\"");
        var stage = new AppointmentSchedulingStage(new App(), StageName.DEV, overridden(StageName.DEV), directory);
        assertThat(stage.getNode().getChildren()).filteredOn(Stack.class::isInstance).hasSize(3)
                .allSatisfy(stack -> assertThat(((Stack) stack).getEnvironment())
                        .isEqualTo("aws://123456789012/eu-central-1"));
    }

    @Test
    void withoutAnAccountTheStacksGoToThatOfTheCredentials() {
        var stage = new AppointmentSchedulingStage(new App(), StageName.DEV, overridden(StageName.DEV), directory);
        assertThat(stage.getNode().getChildren()).filteredOn(Stack.class::isInstance).hasSize(3)
                .allSatisfy(stack -> assertThat(((Stack) stack).getEnvironment())
                        .isEqualTo("aws://unknown-account/eu-central-1"));
    }

    @Test
    void theExampleShowsEveryField() throws IOException {
        var example = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(EXAMPLE));
        assertThat(StageField.values()).allSatisfy(
                field -> assertThat(example.at("/" + field.id().replace('.', '/')).isMissingNode()).isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentationHasEveryFieldWithItsRule(StageField field) throws IOException {
        assertThat(Files.readString(Path.of("docs/deploy.md")))
                .contains("| `" + field.id() + "` | " + field.rule() + " |");
    }

    private StageSettings overridden(StageName stage) {
        return new StageOverrides(Optional.of(directory), Optional.empty(), Optional.empty(), Optional.empty())
                .settings(stage);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
