package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every alarm names a section of the runbook, and every section has an alarm. */
class RunbookTest {

    private static final Pattern SECTION = Pattern.compile("docs/runbook\\.md#([a-z-]+)");
    private static final Pattern QUERY = Pattern
            .compile("Query (\\S+/appointments/[A-Za-z ]+) at https://.*docs/runbook\\.md#([a-z-]+)");
    private static final Pattern RULES = Pattern.compile("Contributor Insights rule ([a-z, -]+)\\.");
    /** Logs do not help: metrics do, or the messages of a queue. */
    private static final Set<String> WITHOUT_QUERY = Set.of("undelivered-reminders", "function-throttles",
            "table-throttles", "index-throttles", "table-errors", "undelivered-pages", "release");
    /** What nobody is called for. */
    private static final Set<String> UNASKED = Set.of("how-to-look", "requests-are-refused",
            "change-the-secret-of-fingerprints",
            "restore-the-tables", "erase-this-person", "what-did-the-caller-send,-and-who-may-look");
    private static final Pattern COMMAND = Pattern.compile("\\baws ([a-z][a-z0-9]* [a-z-]+)([^|;`\n]*)");
    /** What each call cannot do without (AWS CLI Command Reference). */
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("cloudwatch get-insight-rule-report",
                    List.of("--rule-name", "--start-time", "--end-time", "--period")),
            Map.entry("cloudformation list-stack-resources", List.of("--stack-name")),
            Map.entry("sqs receive-message", List.of("--queue-url")),
            Map.entry("sqs send-message", List.of()),
            Map.entry("sqs delete-message", List.of("--queue-url", "--receipt-handle")),
            Map.entry("sqs purge-queue", List.of("--queue-url")),
            Map.entry("sesv2 delete-suppressed-destination", List.of("--email-address")),
            Map.entry("sns list-subscriptions-by-topic", List.of("--topic-arn")),
            Map.entry("deploy get-deployment-group", List.of("--application-name", "--deployment-group-name")),
            Map.entry("lambda list-versions-by-function", List.of("--function-name")),
            Map.entry("lambda invoke", List.of("--function-name", "--payload")),
            Map.entry("lambda update-event-source-mapping", List.of("--uuid")),
            Map.entry("dynamodb restore-table-to-point-in-time", List.of("--source-table-name", "--target-table-name")),
            Map.entry("dynamodb describe-table", List.of("--table-name")),
            Map.entry("lambda update-alias", List.of("--function-name", "--name")));
    private static final Pattern LOOKED_FOR = Pattern.compile("\\b(?:look|forget|send_on|\\$\\(queue) ([A-Z]\\w+)");

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

    /** The description of an alarm and its section begin with the same query, which there is. */
    @Test
    void everyAlarmNamesAQueryOfItsSection() throws IOException {
        var sections = sections();
        var resources = new Resources(Synthesized.resources(StageName.PROD));
        var queries = resources.of("AWS::Logs::QueryDefinition")
                .map(query -> query.properties().path("Name").asText()).toList();
        var named = descriptions(resources).flatMap(text -> QUERY.matcher(text).results()).toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(found -> {
            assertThat(queries).contains(found.group(1));
            assertThat(sections.get(found.group(2)))
                    .contains("*" + found.group(1).replace("prod/appointments/", "") + "*");
        });
        assertThat(descriptions(resources).filter(text -> !text.contains("Query ")).map(RunbookTest::section)
                .collect(Collectors.toSet())).isEqualTo(WITHOUT_QUERY);
    }

    /** Of the same stage, and explained in the runbook. */
    @Test
    void everyInsightRuleIsNamedByAnAlarm() throws IOException {
        var resources = new Resources(Synthesized.resources(StageName.PROD));
        var rules = resources.of("AWS::CloudWatch::InsightRule")
                .map(rule -> rule.properties().path("RuleName").asText()).collect(Collectors.toSet());
        assertThat(rules).isNotEmpty().isEqualTo(descriptions(resources)
                .flatMap(text -> RULES.matcher(text).results()).flatMap(found -> Stream.of(found.group(1).split(", ")))
                .collect(Collectors.toSet()));
        var runbook = Files.readString(Path.of("docs/runbook.md"));
        assertThat(rules).allSatisfy(rule -> assertThat(runbook).contains("`" + rule.replace("prod-", "") + "`"));
    }

    private static Map<String, String> sections() throws IOException {
        return Arrays.stream(Files.readString(Path.of("docs/runbook.md")).split("\n## ")).skip(1)
                .collect(Collectors.toMap(text -> text.lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT)
                        .replace(' ', '-'), text -> text.replaceAll("\\s+", " ")));
    }

    private static Stream<String> descriptions(Resources resources) {
        return Stream.concat(resources.of("AWS::CloudWatch::Alarm"), resources.of("AWS::CloudWatch::CompositeAlarm"))
                .map(alarm -> alarm.properties().path("AlarmDescription").asText())
                .filter(text -> SECTION.matcher(text).find());
    }

    private static String section(String description) {
        var found = SECTION.matcher(description);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void namesTheAttributeThatSaysWhyAMessageWasParked() throws IOException {
        assertThat(Files.readString(Path.of("docs/runbook.md")))
                .contains("attribute `" + IncomingMessage.PARKED_REASON + "`");
    }

    /** SQS' own redrive gives messages new ids and times, and requests that are known by them, too. */
    @Test
    void sendsMessagesOnUnderTheIdsAndTimesOfTheirRequests() throws IOException {
        assertThat(Files.readString(Path.of("docs/runbook.md"))).doesNotContain("start-message-move-task")
                .contains("({" + IncomingMessage.REQUEST_ID + ": (.MessageId | text), " + IncomingMessage.SENT_AT
                        + ": (.Attributes.SentTimestamp | text)}");
    }

    @Test
    void everyCommandHasWhatItCannotDoWithout() throws IOException {
        var commands = COMMAND.matcher(commands()).results().toList();
        assertThat(commands.stream().map(command -> command.group(1))).containsAll(REQUIRED.keySet());
        assertThat(commands).allSatisfy(
                command -> assertThat(REQUIRED.getOrDefault(command.group(1), List.of("an entry in this test")))
                        .allSatisfy(option -> assertThat(command.group(2)).contains(option)));
    }

    /** A body on a command line can be read by every process of the machine. */
    @Test
    void noMessageStandsOnACommandLine() throws IOException {
        assertThat(commands()).contains("--cli-input-json file:///dev/stdin").doesNotContain(
                "--message-body \"$", "<<<", "--cli-input-json \"$");
    }

    /** {@code queue} looks into one stack for each. */
    @Test
    void everyQueueIsInTheStackThatIsLookedInto() throws IOException {
        var queues = LOOKED_FOR.matcher(commands()).results().map(found -> found.group(1)).distinct().toList();
        assertThat(queues).contains("PagesDLQ", "ReminderScheduleDLQ", "AppointmentRequestDLQ");
        assertThat(queues).allSatisfy(queue -> assertThat(queuesOf(
                queue.equals("PagesDLQ") ? "AppointmentMonitoring" : "AppointmentData"))
                .anySatisfy(id -> assertThat(id).startsWith(queue)));
    }

    private static List<String> queuesOf(String stack) {
        return new Resources(Synthesized.templates().get("prod-" + stack).path("Resources")).of("AWS::SQS::Queue")
                .map(Resources.Entry::id).toList();
    }

    private static String commands() throws IOException {
        return Files.readString(Path.of("docs/runbook.md")).replace("\\\n", " ");
    }

    private static Set<String> named() {
        return Arrays.stream(StageName.values()).map(stage -> new Resources(Synthesized.resources(stage)))
                .flatMap(RunbookTest::descriptions).map(RunbookTest::section)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
