package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.infrastructure.api.OpenApiDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide to investigation asks what can be asked: saved queries, operations, events and keys that there are. */
class InvestigationGuideTest {

    private static final Path GUIDE = Path.of("docs/investigate.md");
    private static final Pattern QUESTION = Pattern
            .compile("(?m)^\\| \\[(.+?)]\\(#(.+?)\\) \\| (.+?) \\| `(.+?)` \\|$");
    private static final Pattern QUERY = Pattern.compile("(?<!\\*)\\*([A-Z][^*]+)\\*(?!\\*)");
    private static final Pattern OPERATION = Pattern.compile("`GET (/[^`?]*)[^`]*`");
    private static final Pattern EVENT = Pattern.compile("`([A-Z][a-z]+ [a-z ]+)`");
    private static final Pattern KEY = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");

    @Test
    void answersEachQuestionInASectionOfItsOwn() throws IOException {
        List<String> sections = Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3)).toList();
        List<MatchResult> questions = found(QUESTION);
        assertThat(questions).hasSize(10);
        assertThat(questions.stream().map(question -> question.group(1))).isEqualTo(sections);
        assertThat(questions).allSatisfy(question -> assertThat(question.group(2))
                .isEqualTo(question.group(1).toLowerCase(Locale.ROOT).replaceAll("[?,]", "").replace(' ', '-')));
    }

    @Test
    void asksNothingThatThereIsNot() throws IOException {
        assertThat(groups(QUERY)).isNotEmpty().isSubsetOf(queries());
        assertThat(groups(OPERATION)).isNotEmpty().isSubsetOf(operations());
        assertThat(groups(EVENT)).isNotEmpty()
                .isSubsetOf(Stream.of(LogEvent.values()).map(LogEvent::text).collect(Collectors.toSet()));
        assertThat(groups(KEY)).isNotEmpty()
                .isSubsetOf(Stream.of(LogKey.values()).map(LogKey::id).collect(Collectors.toSet()));
    }

    @Test
    void bites() {
        assertThat(QUERY.matcher("*Story of a room*").results().map(found -> found.group(1)))
                .isNotEmpty().noneMatch(queries()::contains);
        assertThat(EVENT.matcher("`Appointment lost`").results().map(found -> found.group(1))).isNotEmpty();
        assertThat(KEY.matcher("`room_id`").results().map(found -> found.group(1))).isNotEmpty();
    }

    private static Set<String> queries() {
        return new Resources(Synthesized.resources(StageName.PROD)).of("AWS::Logs::QueryDefinition")
                .map(query -> query.properties().path("Name").asText().replace("prod/appointments/", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> operations() {
        return OpenApiDocument.read().operations().stream().filter(operation -> operation.method().equals("get"))
                .map(operation -> operation.path()).collect(Collectors.toSet());
    }

    private static Set<String> groups(Pattern pattern) throws IOException {
        return found(pattern).stream().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(GUIDE)).results().toList();
    }
}
