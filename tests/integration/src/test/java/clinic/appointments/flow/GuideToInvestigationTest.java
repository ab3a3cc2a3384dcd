package clinic.appointments.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each question of the guide to investigation has the answer that a local run gives to it, and no other. */
class GuideToInvestigationTest {

    private static final Path GUIDE = Path.of("docs/investigate.md");
    private static final Path QUERIES = Path
            .of("tests/infrastructure/src/test/resources/snapshots/prod-AppointmentMonitoring.json");
    private static final String STAGE = "prod/appointments/";
    /** The last block of a section. */
    private static final Pattern ANSWER = Pattern
            .compile("(?ms)^## ([^\\n]+)\\n((?:(?!^## ).)*?)^```\\w*\\n(.*?)^```\\n");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern DURATIONS = Pattern.compile("(?m) +\\d+ +\\d+$");

    private static LocalStage stage;
    private static Map<String, GuideAnswers.Answer> found;

    /** Of its own: its data has the ids of the guide. */
    @BeforeAll
    static void boot() throws InterruptedException {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
        new SupportCases(stage).happen();
        found = new GuideAnswers(stage).all();
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(stage).ifPresent(LocalStage::close);
    }

    @Test
    void answersAsTheLocalRunDoes() throws IOException {
        if (Boolean.getBoolean("updateSnapshots")) {
            assertThat(System.getenv("CI")).as("pages are never updated in CI").isNull();
            Files.writeString(GUIDE,
                    ANSWER.matcher(Files.readString(GUIDE)).replaceAll(GuideToInvestigationTest::anew));
        }
        assertThat(normalized(documented())).as("mvn -q -Ppages test writes the answers")
                .isEqualTo(normalized(texts()));
    }

    @Test
    void namesTheQueryOrOperationThatAnswers() throws IOException {
        Map<String, String> sections = sections();
        found.forEach((question, answer) -> assertThat(sections.get(question)).as(question)
                .containsPattern(Pattern.quote("*" + answer.source() + "*") + "|`GET\\s"
                        + Pattern.quote(answer.source()) + "`"));
    }

    @Test
    void showsColumnsThatTheSavedQueryShows() throws IOException {
        Map<String, String> queries = queries();
        found.values().stream().filter(answer -> !answer.columns().isEmpty())
                .forEach(answer -> assertThat(answer.columns()).as(answer.source())
                        .allMatch(column -> shows(queries.get(answer.source()), column)));
        assertThat(shows("fields @timestamp, message as words", "message_id")).isFalse();
    }

    @Test
    void seesAnotherAnswerAndNoOtherTime() {
        String answer = "{\"state\":\"SENT\",\"at\":\"2026-03-17T09:00:00.1Z\"}\nReminder sent  12  7\n";
        assertThat(normalized(answer.replace("SENT", "SKIPPED"))).isNotEqualTo(normalized(answer));
        assertThat(normalized(answer.replace("03-17", "04-18").replace("12  7", "3    40")))
                .isEqualTo(normalized(answer));
    }

    private static boolean shows(String query, String column) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(column) + "(?![\\w.])").matcher(query).find();
    }

    private static String anew(MatchResult section) {
        GuideAnswers.Answer answer = found.get(section.group(1));
        String whole = section.group();
        int at = whole.length() - "```\n".length() - section.group(3).length();
        return Matcher.quoteReplacement(whole.substring(0, at) + answer.text() + "```\n");
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        ANSWER.matcher(Files.readString(GUIDE)).results()
                .forEach(section -> answers.put(section.group(1), section.group(3)));
        return answers;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        found.forEach((question, answer) -> texts.put(question, answer.text()));
        return texts;
    }

    private static Map<String, String> normalized(Map<String, String> answers) {
        Map<String, String> normalized = new LinkedHashMap<>(answers);
        normalized.replaceAll((_, answer) -> normalized(answer));
        return normalized;
    }

    private static String normalized(String answer) {
        String timeless = DATE.matcher(INSTANT.matcher(DURATIONS.matcher(answer).replaceAll("  N  N"))
                .replaceAll("<time>")).replaceAll("<date>");
        return timeless.replaceAll(" {2,}", "  ");
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        Stream.of(Files.readString(GUIDE).split("(?m)^## ")).skip(1)
                .forEach(section -> sections.put(section.lines().findFirst().orElseThrow(), section));
        return sections;
    }

    private static Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (JsonNode resource : Service.JSON.readTree(QUERIES.toFile()).path("Resources")) {
            if (resource.path("Type").asText().equals("AWS::Logs::QueryDefinition")) {
                queries.put(resource.at("/Properties/Name").asText().replace(STAGE, ""),
                        resource.at("/Properties/QueryString").asText());
            }
        }
        return queries;
    }
}
