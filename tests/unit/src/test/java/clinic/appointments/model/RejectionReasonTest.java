package clinic.appointments.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionReasonTest {

    /** No handful of messages shows what is said after five thousand appointments of a day. */
    private static final Set<String> AFTER_THOUSANDS = Set.of("DAY_FULL");
    private static final Pattern SHOWN = Pattern.compile("REJECTED:([A-Z_]+)|\"shows\": \"([A-Z_]+)\"");
    private static final Pattern IN_A_TEST = Pattern.compile("\\b[A-Z_]{5,}\\b");

    @Test
    void hasASampleMessageForEveryReason() throws IOException {
        Set<String> shown = names();
        shown.removeAll(AFTER_THOUSANDS);

        assertThat(found(Path.of("events"), ".json", SHOWN)).isEqualTo(shown);
    }

    @Test
    void hasATestForEveryReason() throws IOException {
        assertThat(found(Path.of("tests/unit/src/test"), "Test.java", IN_A_TEST)).containsAll(names());
    }

    /** Where the code reads or checks a field of a message, by its name. */
    private static final Pattern FIELD = Pattern.compile(
            "(?:parsed|optionalParsed|constant|date|optionalDate|checkName|check|InvalidValueException|unless)\\(\\s*"
                    + "(?:[^\"()]|\\((?:[^()]|\\([^()]*\\))*\\))*?\"([a-z][A-Za-z]+)\"");
    /** Of messages between the stages, which are parked, of settings, and of searches, which have no receipt. */
    private static final Set<String> OF_NO_REQUEST = Set.of("from", "to", "until", "found");

    @Test
    void hasACodeForEveryFieldThatCanHoldAnImpossibleValue() throws IOException {
        Set<String> fields = found(Path.of("functions/src/main/java/clinic/appointments/wire"), ".java", FIELD);
        fields.addAll(found(Path.of("shared-model/src/main/java/clinic/appointments/model"), ".java", FIELD));
        fields.removeAll(OF_NO_REQUEST);

        assertThat(fields).contains("email", "notes", "reminder", "actor", "appointmentDate", "resourceIds")
                .allSatisfy(field -> assertThat(names()).contains(RejectionReason.invalid(field).name()));
    }

    @Test
    void findsEachCodeOfAFieldByTheFieldsName() {
        assertThat(names().stream().filter(name -> name.startsWith("INVALID_")))
                .allSatisfy(name -> assertThat(RejectionReason.invalid(fieldOf(name)).name()).isEqualTo(name));
    }

    private static String fieldOf(String code) {
        String written = code.substring("INVALID_".length()).toLowerCase(Locale.ROOT);
        return Pattern.compile("_([a-z])").matcher(written)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private static Set<String> names() {
        return Arrays.stream(RejectionReason.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).map(RejectionReasonTest::read)
                    .flatMap(text -> pattern.matcher(text).results()).map(RejectionReasonTest::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String code(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group).filter(Objects::nonNull).findFirst()
                .orElseGet(match::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
