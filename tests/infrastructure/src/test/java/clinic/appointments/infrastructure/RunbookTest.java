package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.infrastructure.monitoring.ServiceAlarms;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RejectionReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is called at night finds the section that the alarm names, and no section waits for an alarm. */
class RunbookTest {

    private static final Pattern SECTION = Pattern.compile("docs/runbook\\.md#([a-z-]+)");
    /** What nobody is called for. */
    private static final Set<String> UNASKED = Set.of("how-to-look", "change-the-secret-of-fingerprints");

    @Test
    void everyAlarmHasItsSectionAndEverySectionAnAlarm() throws IOException {
        var sections = Files.readAllLines(Path.of("docs/runbook.md")).stream().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .filter(section -> !UNASKED.contains(section)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named()).isEqualTo(sections);
    }

    /** The runbook names saved queries in italics. */
    @Test
    void everySavedQueryIsUsed() throws IOException {
        var runbook = Files.readString(Path.of("docs/runbook.md")).replaceAll("\\s+", " ");
        assertThat(new Resources(Synthesized.resources(StageName.PROD)).of("AWS::Logs::QueryDefinition")
                .map(query -> query.properties().path("Name").asText().replace("prod/appointments/", "")))
                .isNotEmpty().allSatisfy(title -> assertThat(runbook).contains("*" + title + "*"));
    }

    @Test
    void namesTheAttributeThatSaysWhyAMessageWasParked() throws IOException {
        assertThat(Files.readString(Path.of("docs/runbook.md")))
                .contains("attribute `" + IncomingMessage.PARKED_REASON + "`");
    }

    /** SQS' own redrive gives messages new ids, and requests that are known by them, too. */
    @Test
    void sendsMessagesOnUnderTheIdsOfTheirRequests() throws IOException {
        assertThat(Files.readString(Path.of("docs/runbook.md"))).doesNotContain("start-message-move-task")
                .contains("({" + IncomingMessage.REQUEST_ID
                        + ": {DataType: \"String\", StringValue: .MessageId}} + .MessageAttributes)");
    }

    private static Set<String> named() {
        return Arrays.stream(StageName.values()).map(stage -> new Resources(Synthesized.resources(stage)))
                .flatMap(resources -> Stream.concat(resources.of("AWS::CloudWatch::Alarm"),
                        resources.of("AWS::CloudWatch::CompositeAlarm")))
                .map(alarm -> SECTION.matcher(alarm.properties().path("AlarmDescription").asText()))
                .filter(matcher -> matcher.find()).map(matcher -> matcher.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
