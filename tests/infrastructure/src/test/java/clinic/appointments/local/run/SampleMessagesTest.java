package clinic.appointments.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.local.stage.StageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The events folder is read in the order of the file names, and errors in it are reported. */
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
        assertThat(reader.read(folder, "dev")).containsExactly(
                new SampleMessage("early", "AppointmentRequestQueue", "{\"appointmentDate\":\"2026-06-02\"}",
                        Map.of("requestId", "r1"), 2, Optional.empty(), Optional.of("ACCEPTED|REJECTED:SLOT_TAKEN")),
                new SampleMessage("late", "AppointmentReminderQueue", "no JSON 2026-05-30", Map.of(), 1,
                        Optional.empty(), Optional.empty()));
    }

    @Test
    void sendsWhatNoMessageCanHoldAsAnEscape() throws IOException {
        write("01-a.json", "[{\"body\":{\"a\":\"x\\ud83d\",\"b\":\"\\uffff\\ufffd\\ud83d\\ude00\\u0007\"}}]");

        assertThat(reader.read(folder, "dev").getFirst().body())
                .isEqualTo("{\"a\":\"x\\ud83d\",\"b\":\"\\uffff\ufffd\ud83d\ude00\\u0007\"}");
    }

    @Test
    void takesALiteralEntryAsItIs() throws IOException {
        write("01-a.json", "[{\"body\":\"${today} ${copy} ${no}\",\"attributes\":{\"a\":\"${x\"},\"literal\":true}]");
        SampleMessage read = reader.read(folder, "dev").getFirst().copy(1);

        assertThat(read.body()).isEqualTo("${today} ${copy} ${no}");
        assertThat(read.attributes()).containsEntry("a", "${x");
    }

    @Test
    void fillsInMomentsThatAreNearWhereTheyAreFarFromMidnight() throws IOException {
        write("01-a.json",
                "[{\"body\":\"${date+PT40M} ${time+PT40M} ${zone} ${copy}\",\"copies\":7,\"after\":\"PT3H\"}]");
        SampleMessage read = reader.read(folder, "dev").getFirst();

        assertThat(read.after()).contains(Duration.ofHours(3));
        assertThat(read.copy(7).body()).isEqualTo("2026-05-31 05:40 Asia/Tokyo 7");
    }

    @Test
    void expectsOfEachStageWhatHoldsThere() throws IOException {
        write("01-a.json",
                """
                        [{"body":{},"expect":{"dev":"ACCEPTED","staging":"REJECTED:NOT_STARTED|ACCEPTED",
                        "prod":"PARKED:too long"}}]""");

        assertThat(RunSettings.STAGES.stream().map(stage -> reader.read(folder, stage).getFirst().expect()))
                .containsExactly(Optional.of("ACCEPTED"), Optional.of("REJECTED:NOT_STARTED|ACCEPTED"),
                        Optional.of("PARKED:too long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{", "{}", "[]"})
    void refusesAFileThatHoldsNoEvents(String text) throws IOException {
        write("01-a.json", text);
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> reader.read(folder, "dev"));
    }

    @ParameterizedTest
    @MethodSource("wrongEntries")
    void refusesAnEntryWithItsFileAndPlaceAndWhatIsWrong(String entry, String wrong) throws IOException {
        write("01-a.json", "[{\"body\":{}}," + entry + "]");
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> reader.read(folder, "dev"))
                .withMessage("Entry 2 of " + folder.resolve("01-a.json") + ": " + wrong + ".");
    }

    static Stream<Arguments> wrongEntries() {
        String expect = "expect must be ACCEPTED, REJECTED:<code> or PARKED:<reason>, or an object with one of them "
                + "for each of dev, "
                + "staging, prod";
        return Stream.of(Arguments.of("{\"name\":\"no body\"}", "the body is missing"),
                Arguments.of("7", "the body is missing"),
                Arguments.of("{\"body\":{},\"queue\":\"reqest\"}",
                        "unknown queue reqest: expected one of request, confirmation, reminder, mail_event, "
                                + "management"),
                Arguments.of("{\"body\":{},\"expct\":\"ACCEPTED\"}",
                        "unknown key expct: expected one of name, queue, body, attributes, copies, after, "
                                + "expect, literal, shows, "
                                + "source, check, observed"),
                Arguments.of("{\"body\":{},\"copies\":\"two\"}", "copies must be a whole number of at least 1"),
                Arguments.of("{\"body\":{},\"literal\":\"yes\"}", "literal must be true or false"),
                Arguments.of("{\"body\":{},\"literal\":true,\"copies\":2}", "a literal entry has one copy"),
                Arguments.of("{\"body\":{},\"copies\":0}", "copies must be a whole number of at least 1"),
                Arguments.of("{\"body\":{},\"after\":\"3h\"}", "after must be an ISO-8601 duration such as PT3H"),
                Arguments.of("{\"body\":{},\"after\":\"-PT3H\"}", "after must not be negative"),
                Arguments.of("{\"body\":{},\"after\":3}", "after must be a string"),
                Arguments.of("{\"body\":{},\"name\":3}", "name must be a string"),
                Arguments.of("{\"body\":{},\"shows\":[]}", "shows must be a string"),
                Arguments.of("{\"body\":{},\"attributes\":[]}", "attributes must be an object"),
                Arguments.of("{\"body\":{},\"attributes\":{\"requestId\":1}}",
                        "the attribute requestId must be a string"),
                Arguments.of("{\"body\":\"${tomorrow}\"}", "${tomorrow} is not a known placeholder"),
                Arguments.of("{\"body\":\"${time+PT}\"}", "${time+PT} is not a known placeholder"),
                Arguments.of("{\"body\":{},\"expect\":\"ACEPTED\"}", expect),
                Arguments.of("{\"body\":{},\"expect\":{\"dev\":\"ACCEPTED\"}}", expect),
                Arguments.of("{\"body\":{},\"expect\":{\"test\":\"ACCEPTED\"}}",
                        "unknown stage test: expected one of dev, staging, prod"));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> reader.read(folder.resolve("none"), "dev"))
                .withMessageStartingWith("The events folder ");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
