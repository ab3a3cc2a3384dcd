package clinic.appointments.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.flow.SmokeRuns;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.flow.StageExtension.Named;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions really write is what the templates of all stages look at, and the other way round: metrics by
 * namespace, name and dimensions, fields of log lines, and annotations of traces.
 */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TelemetryContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SNAPSHOTS = Path.of("tests/infrastructure/src/test/resources/snapshots");
    private static final Path LOGS = Path.of("docs/logs.md");
    private static final Path AWS_METRICS = Path.of("tests/integration/src/test/resources/aws-metrics.csv");

    /**
     * Fields that AWS adds (CloudWatch Logs: "Supported logs and discovered fields"; Lambda: "Lambda Telemetry API
     * Event schema reference").
     */
    private static final Set<String> OF_AWS = Set.of("@timestamp", "@log", "type", "record.requestId", "record.status",
            "record.errorType",
            "record.metrics.durationMs", "record.metrics.maxMemoryUsedMB", "record.metrics.initDurationMs",
            "record.metrics.restoreDurationMs");

    /** Name of a metric that nothing watches → why it is published all the same. */
    private static final Map<String, String> UNWATCHED_METRICS = Map.of("ColdStart",
            "Powertools counts it; the saved query on Lambda's own reports also has the durations");

    /** Pattern of a log field that no saved query reads → why it is written all the same. */
    private static final Map<String, String> UNREAD_FIELDS = Map.ofEntries(
            Map.entry(
                    "Accepted|ColdStart|Confirmation(Time)?|Deferred|Failed|GivenUp|MailEvent|"
                            + "Overdue\\w+|Parked|Query|Rejected|Reminder(LeadTime)?|"
                            + "(Failed)?SmokeJourneys",
                    "the value of a metric"),
            Map.entry("Service|function|status|timeliness|version", "a dimension of a metric"),
            Map.entry("logStreamId|functionVersion|executionEnvironment", "Powertools adds it to every metric"),
            Map.entry("timestamp", "Lambda makes it the time of the line"),
            Map.entry("answer|failure|failure\\.(stack|cause.*)", "read in the line of one failure"),
            Map.entry("origin_trace_id|reminder_state|resource_id|block_id|visit_type_id",
                    "read in the line of one message"));

    /** Events that no flow here has → the unit test that has them. */
    private static final Map<LogEvent, String> WRITTEN_ELSEWHERE = Map.of(LogEvent.PRIMING_FAILED, "PrimingTest",
            LogEvent.LETTER_NOT_COMPOSED, "SesNotificationChannelTest", LogEvent.RUN_CONTINUED,
            "MessageTelemetryTest", LogEvent.MESSAGE_GIVEN_UP_UNDECIDED, "MessageTelemetryTest");

    /** Pattern of the place where the runbook searches by an annotation. */
    private static final Pattern SEARCHED = Pattern.compile("annotation\\.(\\w+)");

    private final EmittedTelemetry emitted;
    private final WatchedTelemetry watched = WatchedTelemetry.of(SNAPSHOTS);

    TelemetryContractTest(LocalStage stage, @Named("prod") LocalStage smokeTested) throws InterruptedException {
        SampleFlow.through(stage);
        Troubles.on(stage);
        SmokeRuns.on(smokeTested).succeed().fail();
        emitted = EmittedTelemetry.of("dev", stage.logDirectory(), stage.traces()).plus(
                EmittedTelemetry.of("prod", smokeTested.logDirectory(), smokeTested.traces()));
    }

    @Test
    void everyMetricThatIsWatchedIsPublished() throws IOException {
        assertThat(watched.metrics()).hasSizeGreaterThan(50);
        assertThat(unpublished(watched)).isEmpty();
    }

    @Test
    void everyMetricThatIsPublishedIsWatched() {
        assertThat(emitted.metrics()).isNotEmpty();
        assertThat(unwatched(emitted)).isEqualTo(UNWATCHED_METRICS.keySet());
    }

    @Test
    void everyFieldThatAQueryReadsIsWritten() {
        assertThat(watched.logFields()).hasSizeGreaterThan(10);
        assertThat(difference(watched.logFields(), field -> emitted.logFields().contains(field)
                || OF_AWS.contains(field))).isEmpty();
    }

    @Test
    void everyFieldOfAQueryOnTheAccessLogIsInItsFormat() {
        assertThat(watched.accessFields()).hasSizeGreaterThan(8);
        assertThat(difference(watched.accessFields(),
                field -> watched.accessFormat().contains(field) || OF_AWS.contains(field))).isEmpty();
    }

    @Test
    void findsAQueryOnAFieldThatIsNotWritten() throws IOException {
        WatchedTelemetry misspelt = WatchedTelemetry.none();
        misspelt.add("dev", JSON.readTree("""
                {"Type": "AWS::Logs::QueryDefinition", "Properties": {"LogGroupNames": ["functions"],
                 "QueryString": "fields @timestamp, patientId | filter ispresent(patient_id)"}}"""));
        misspelt.add("dev", JSON.readTree("""
                {"Type": "AWS::Logs::QueryDefinition", "Properties": {"LogGroupNames": ["ApiLogsAccesses"],
                 "QueryString": "fields status, latency"}}"""));
        misspelt.add("dev", JSON.readTree(
                """
                        {"Type": "AWS::CloudWatch::InsightRule", "Properties": {"RuleBody": {"Fn::Join": ["", [
                         "{\\"Contribution\\": {\\"Keys\\": [\\"$.appointmentId\\"], \\"Filters\\": [{\\"Match\\": \\"$.level\\"}]}}"]]}}}
                        """));
        assertThat(difference(misspelt.logFields(), field -> emitted.logFields().contains(field)
                || OF_AWS.contains(field))).containsExactly("appointmentId", "patientId");
        assertThat(difference(misspelt.accessFields(), watched.accessFormat()::contains)).containsExactly("latency");
    }

    @Test
    void everyFieldThatIsWrittenIsReadOrHasAReason() {
        assertThat(difference(emitted.logFields(), field -> watched.logFields().contains(field)
                || UNREAD_FIELDS.keySet().stream().anyMatch(field::matches))).isEmpty();
        assertThat(UNREAD_FIELDS.keySet()).as("reasons that are needed").allMatch(
                pattern -> emitted.logFields().stream().anyMatch(field -> field.matches(pattern)
                        && !watched.logFields().contains(field)));
    }

    @Test
    void everyEventAndKeyIsExplainedInThePage() throws IOException {
        assertThat(vocabulary().differencesFromThePage()).isEmpty();
    }

    @Test
    void everyEventAndKeyIsWrittenAndNoOther() throws IOException {
        assertThat(vocabulary().eventsThatDiffer(WRITTEN_ELSEWHERE.keySet())).isEmpty();
        assertThat(vocabulary().keysThatDiffer()).isEmpty();
        assertThat(vocabulary().rowsThatDiffer()).isEmpty();
    }

    @Test
    void aUnitTestWritesWhatNoFlowWrites() {
        assertThat(WRITTEN_ELSEWHERE.entrySet()).allSatisfy(
                written -> assertThat(sourceOf(written.getValue())).contains(written.getKey().text()));
    }

    @Test
    void findsAnEventOrKeyThatIsNotExplainedOrNotWritten() throws IOException {
        String page = Files.readString(LOGS);
        LogDocument without = LogDocument.of(page.replaceAll("\\| Query answered .*\n", "")
                .replaceAll("\\| `route` .*\n", ""));
        LogDocument more = LogDocument
                .of(page.replace("## Keys", "| Coffee made | INFO | never | `cups` |\n\n## Keys"));
        assertThat(new LogVocabulary(without, emitted.events()).differencesFromThePage())
                .containsExactly("INFO Query answered", "route");
        assertThat(new LogVocabulary(more, emitted.events()).differencesFromThePage())
                .containsExactly("INFO Coffee made");
        var coffee = new TreeMap<>(emitted.events());
        coffee.remove("INFO Query answered");
        coffee.put("INFO Coffee made", Set.of("cups"));
        LogVocabulary drunk = new LogVocabulary(LogDocument.of(page), coffee);
        assertThat(drunk.eventsThatDiffer(WRITTEN_ELSEWHERE.keySet())).containsExactly("INFO Coffee made",
                "INFO Query answered");
        assertThat(drunk.keysThatDiffer()).contains("cups", "route");
        assertThat(new LogVocabulary(more, Map.of("INFO Coffee made", Set.of("beans"))).rowsThatDiffer())
                .containsExactly("INFO Coffee made: beans", "INFO Coffee made: cups");
    }

    private LogVocabulary vocabulary() throws IOException {
        return new LogVocabulary(LogDocument.of(Files.readString(LOGS)), emitted.events());
    }

    private static String sourceOf(String unitTest) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("tests/unit/src/test/java"))) {
            return Files.readString(files.filter(file -> file.endsWith(unitTest + ".java")).findFirst().orElseThrow());
        }
    }

    @Test
    void theRunbookSearchesByAnnotationsThatAreWritten() throws IOException {
        Set<String> searched = SEARCHED.matcher(Files.readString(Path.of("docs/runbook.md"))).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(searched).isNotEmpty();
        assertThat(emitted.annotations()).containsAll(searched);
    }

    @Test
    void findsAnAlarmOnTheSameMetricWithoutItsDimension() throws IOException {
        assertThat(unpublished(watching("""
                {"MetricName": "OverdueHolds", "Namespace": "AppointmentScheduling/dev"}""")))
                .containsExactly("AppointmentScheduling OverdueHolds {}");
        assertThat(unpublished(watching("""
                {"MetricName": "OverdueHolds", "Namespace": "AppointmentScheduling/dev",
                "Dimensions": [{"Name": "Service", "Value": "other"}]}"""))).hasSize(1);
        assertThat(unpublished(watching("""
                {"MetricName": "Errors", "Namespace": "AWS/Lambda"}"""))).hasSize(1);
        assertThat(unpublished(watching(
                """
                        {"Metrics": [{"Expression": "SELECT SUM(Failed) FROM SCHEMA(\\"AppointmentScheduling/dev\\", cause)"}]}""")))
                .containsExactly("AppointmentScheduling Failed {cause=}");
    }

    @Test
    void findsAMetricThatNothingWatches() {
        var more = new MetricIdentity("AppointmentScheduling", "Rejected", Map.of("clinic", "north"));
        assertThat(unwatched(new EmittedTelemetry(Set.of(more), Set.of(), Set.of(), Map.of())))
                .containsExactly("Rejected");
    }

    @Test
    void readsTheFieldsOfAQuery() {
        assertThat(QueryFields.of("""
                fields @timestamp, failure.name as name | filter outcome = 'Parked' and ispresent(request_id)
                | stats count(*) as many by bin(1h), name | sort many desc"""))
                .containsExactly("@timestamp", "failure.name", "outcome", "request_id");
    }

    private static WatchedTelemetry watching(String alarm) throws IOException {
        var watching = WatchedTelemetry.none();
        var resource = JSON.createObjectNode().put("Type", "AWS::CloudWatch::Alarm");
        resource.set("Properties", JSON.readTree(alarm));
        watching.add("dev", resource);
        return watching;
    }

    private Set<String> unpublished(WatchedTelemetry by) throws IOException {
        List<MetricIdentity> ofAws = ofAws();
        return by.metrics().stream()
                .filter(metric -> Stream.concat(emitted.metrics().stream(), ofAws.stream()).noneMatch(metric::isMetBy))
                .map(MetricIdentity::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> unwatched(EmittedTelemetry by) {
        return by.metrics().stream()
                .filter(metric -> watched.metrics().stream().noneMatch(watching -> watching.isMetBy(metric)))
                .map(MetricIdentity::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Set<String> some, Predicate<String> known) {
        return some.stream().filter(known.negate()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Metrics that AWS publishes by itself, with the page of its documentation. */
    private static List<MetricIdentity> ofAws() throws IOException {
        return Files.readAllLines(AWS_METRICS).stream().skip(1).map(line -> line.split(",", 4))
                .map(cells -> new MetricIdentity(cells[0], cells[1],
                        Stream.of(cells[2].split(" ", -1))
                                .collect(Collectors.toMap(name -> name, _ -> MetricIdentity.ANY))))
                .toList();
    }
}
