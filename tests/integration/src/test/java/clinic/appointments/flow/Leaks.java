package clinic.appointments.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.stage.LocalStage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The canaries that have left their place.
 *
 * @param answers what clients were answered
 */
record Leaks(LocalStage stage, Canaries canaries, List<String> answers) {

    /** None, although letters, where they belong, have them; and one more would be found. */
    void areNone() throws IOException {
        assertThat(canaries.in(new Search(stage).kept().get("letters"))).as("they were there").isNotEmpty();
        assertThat(found()).isEmpty();
        bite();
    }

    /** The canaries by the place in which they are and do not belong. */
    Map<String, List<String>> found() {
        Map<String, List<String>> leaks = new TreeMap<>();
        Map<String, String> places = new TreeMap<>(new Search(stage).outside());
        places.put("answers", String.join("\n", answers));
        places.forEach((place, text) -> {
            List<String> found = canaries.in(text);
            if (!found.isEmpty()) {
                leaks.put(place, found);
            }
        });
        return leaks;
    }

    /** A leak into a log is found, in each form. */
    private void bite() throws IOException {
        Path log = stage.logDirectory().resolve(FunctionName.REQUEST.id() + ".log");
        String word = canaries.word();
        for (String form : List.of(word, word.toUpperCase(Locale.ROOT), "x" + word.substring(0, 9) + "…",
                Base64.getEncoder().encodeToString(("{\"a\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8)))) {
            byte[] before = Files.readAllBytes(log);
            Files.writeString(log, "{\"message\":\"" + form + "\"}\n", StandardOpenOption.APPEND);
            assertThat(found()).as(form).containsOnlyKeys("logs");
            Files.write(log, before);
        }
    }
}
