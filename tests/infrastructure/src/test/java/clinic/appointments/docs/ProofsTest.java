package clinic.appointments.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A test that {@code mvn verify} leaves out is run by {@code .ci/run}: it has the tag of the proofs and no other. */
class ProofsTest {

    private static final Pattern TAG = Pattern.compile("^@Tag\\(\"(.*)\"\\)$", Pattern.MULTILINE);
    private static final Pattern RUN = Pattern.compile("^mvn .*-Pproof .*-Dgroups=proof .*-pl (\\S+) .*$",
            Pattern.MULTILINE);
    private static final String WITH_TAG = "/** A proof. */\n@Tag(\"proof\")\nclass ATest {";

    @Test
    void runWhereTheyAre() throws IOException {
        Map<String, Set<String>> tags = new TreeMap<>();
        sources().forEach(source -> tags(text(source)).forEach(
                tag -> tags.computeIfAbsent(tag, _ -> new TreeSet<>()).add(module(source))));

        assertThat(tags.keySet()).containsExactly("proof");
        assertThat(modules(text(Path.of(".ci/run")))).containsExactlyInAnyOrderElementsOf(tags.get("proof"));
        assertThat(text(Path.of("pom.xml"))).contains("<excludedGroups>proof</excludedGroups>");
    }

    @Test
    void areFoundByTheirTag() {
        assertThat(tags(WITH_TAG)).containsExactly("proof");
        assertThat(tags(WITH_TAG.replace("@Tag", "// @Tag"))).isEmpty();
        assertThat(modules("mvn -B -Pproof -Dgroups=proof -pl tests/unit,tests/benchmark -am test\n"))
                .containsExactly("tests/unit", "tests/benchmark");
        assertThat(modules("mvn -B -Pproof -pl tests/unit -am test\n")).isEmpty();
    }

    private static List<String> tags(String source) {
        return TAG.matcher(source).results().map(found -> found.group(1)).toList();
    }

    private static List<String> modules(String script) {
        Matcher run = RUN.matcher(script);
        return run.find() ? Arrays.asList(run.group(1).split(",")) : List.of();
    }

    private static String module(Path source) {
        return source.subpath(0, 2).toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("tests"))) {
            return files.filter(file -> file.toString().matches(".*/src/test/java/.*\\.java"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
