package clinic.appointments.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The events folder is read in the order of its names, and what is wrong in it is said. */
class SampleMessagesTest {

    private final SampleMessages reader = new SampleMessages(Instant.parse("2026-05-30T20:00:00Z"),
            ZoneId.of("Europe/Berlin"));

    @TempDir
    Path folder;

    @Test
    void readsEveryFileInOrderAndFillsInTheDates() throws IOException {
        write("02-b.json", "[{\"name\":\"late\",\"queue\":\"reminder\",\"body\":\"no JSON ${today}\"}]");
        write("01-a.json", """
                [{"name":"early","body":{"appointmentDate":"${today+3}"},"attributes":{"requestId":"r1"},"copies":2,
                  "expect":"ACCEPTED|REJECTED:SLOT_TAKEN"}]""");
        assertThat(reader.read(folder)).containsExactly(
                new SampleMessage("early", "AppointmentRequestQueue", "{\"appointmentDate\":\"2026-06-02\"}",
                        Map.of("requestId", "r1"), 2, Optional.empty(), Optional.of("ACCEPTED|REJECTED:SLOT_TAKEN")),
                new SampleMessage("late", "AppointmentReminderQueue", "no JSON 2026-05-30", Map.of(), 1,
                        Optional.empty(), Optional.empty()));
    }

    @Test
    void sendsWhatNoMessageCanHoldAsAnEscape() throws IOException {
        write("01-a.json", "[{\"body\":{\"a\":\"x\\ud83d\",\"b\":\"\\uffff\\ufffd\\ud83d\\ude00\\u0007\"}}]");

        assertThat(reader.read(folder).getFirst().body())
                .isEqualTo("{\"a\":\"x\\ud83d\",\"b\":\"\\uffff\ufffd\ud83d\ude00\\u0007\"}");
    }

    @Test
    void fillsInMomentsThatAreNearWhereTheyAreFarFromMidnight() throws IOException {
        write("01-a.json", "[{\"body\":\"${date+PT40M} ${time+PT40M} ${zone} ${copy}\",\"after\":\"PT3H\"}]");
        SampleMessage read = reader.read(folder).getFirst();

        assertThat(read.after()).contains(Duration.ofHours(3));
        assertThat(read.copy(7).body()).isEqualTo("2026-05-31 05:40 Asia/Tokyo 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "{}", "[{\"name\":\"no body\"}]", "[{\"body\":{},\"queue\":\"nowhere\"}]", "[]"})
    void refusesWhatItCannotSend(String text) throws IOException {
        write("01-a.json", text);
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> reader.read(folder));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> reader.read(folder.resolve("none")))
                .withMessageStartingWith("There is no folder");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
