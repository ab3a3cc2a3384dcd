package clinic.appointments.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.infrastructure.StageName;
import clinic.appointments.local.function.RuntimeKind;
import clinic.appointments.local.stage.StageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Options of the local run are read, or rejected in a sentence that names the option. */
class RunSettingsTest {

    private static final Instant NOW = Instant.parse("2026-05-30T20:00:00Z");
    private static final String EVENT = "events/invocations/query-status.json";

    @TempDir
    Path folder;

    @Test
    void knowsTheStagesThereAre() {
        assertThat(RunSettings.STAGES).isEqualTo(Arrays.stream(StageName.values()).map(StageName::id).toList());
    }

    @Test
    void takesWhatIsEmptyForAbsent() {
        RunSettings settings = read("stage=", "keep=", "events=", "invoke=", "event=", "port=", "ahead=", "runtime=");
        assertThat(settings.stage()).isEqualTo("dev");
        assertThat(settings.keep()).isFalse();
        assertThat(settings.events()).isEqualTo(Path.of("events"));
        assertThat(settings.ahead()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.started()).isEqualTo(NOW);
    }

    @Test
    void keepsAStageWhosePageIsOpened() {
        assertThat(read("open=true").keep()).isTrue();
        assertThat(read("keep=true").open()).isFalse();
    }

    @Test
    void opensASavedSessionInsteadOfARun() throws IOException {
        Path session = Files.createFile(folder.resolve("session.zip"));
        RunSettings settings = read("open=" + session, "events=" + folder.resolve("missing"));
        assertThat(settings.session()).contains(session);
        assertThat(settings.open()).isTrue();
        assertThat(read("open=true").session()).isEmpty();
    }

    @Test
    void tellsAStoryInsteadOfARun() {
        RunSettings settings = read("story=book-ana", "events=" + folder.resolve("missing"));
        assertThat(settings.story()).contains("book-ana");
        assertThat(read("story=").story()).isEmpty();
    }

    @Test
    void takesOneFunctionAndOneEvent() {
        assertThat(read("invoke=AppointmentQueryProcessor", "event=" + EVENT, "keep=true").invoke())
                .isEqualTo(Optional.of(new DirectCall("AppointmentQueryProcessor", Path.of(EVENT))));
    }

    static Stream<Arguments> refused() {
        String functions = "AppointmentRequestProcessor, AppointmentConfirmationProcessor, "
                + "AppointmentReminderProcessor, MailEventProcessor, ManagementProcessor, "
                + "AppointmentQueryProcessor, SmokeProcessor";
        String runtimes = RuntimeKind.available().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Stream.of(Arguments.of("stage=test", "-Dstage=test: expected one of dev, staging, prod."),
                Arguments.of("keep=yes", "-Dkeep=yes: expected one of true, false."),
                Arguments.of("open=yes", "-Dopen=yes: expected one of true, false."),
                Arguments.of("port=x", "-Dport=x is not a port number."),
                Arguments.of("port=65535",
                        "-Dport=65535 is too high for the gateway and the API, which takes the next port: "
                                + "at most 65534."),
                Arguments.of("ahead=3h", "-Dahead=3h is not an ISO-8601 duration such as P2D or PT36H."),
                Arguments.of("ahead=-PT3H", "-Dahead=-PT3H would turn the clock back."),
                Arguments.of("runtime=go", "-Druntime=go: expected one of " + runtimes + "."),
                Arguments.of("events=nowhere", "-Devents=nowhere: the folder does not exist."),
                Arguments.of("events=docs", "-Devents=docs: the folder contains no *.json file."),
                Arguments.of("invoke=X", "-Dinvoke=<function> and -Devent=<file> must be given together."),
                Arguments.of("event=" + EVENT, "-Dinvoke=<function> and -Devent=<file> must be given together."),
                Arguments.of("invoke=X,event=" + EVENT, "-Dinvoke=X: expected one of " + functions + "."),
                Arguments.of("invoke=AppointmentQueryProcessor,event=none.json",
                        "-Devent=none.json: the file does not exist or cannot be read."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInOneSentence(String options, String sentence) {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> read(options.split(",")))
                .withMessage(sentence);
    }

    @Test
    void refusesAPortThatIsTakenWhoseeverItIs() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused(port, "port %d, for the gateway, is in use".formatted(port));
            assertRefused(port - 1, "port %d, for the HTTP API (the gateway's port plus one), is in use"
                    .formatted(port));
        }
    }

    @Test
    void tellsTheBuildWhatIsWrongAndForgetsItWhenNothingIs() throws IOException {
        Path file = folder.resolve("target/last-word.txt");
        LastWord word = new LastWord(Optional.of(file));
        assertThat(word.say(Optional.of("It failed."))).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualToIgnoringNewLines("It failed.");
        assertThat(word.say(Optional.empty())).isZero();
        assertThat(file).doesNotExist();
    }

    private static void assertRefused(int port, String why) {
        assertThatExceptionOfType(StageException.class).isThrownBy(() -> read("port=" + port))
                .withMessage("-Dport=%d: %s: stop the other program or choose another port.".formatted(port, why));
    }

    private static RunSettings read(String... options) {
        Properties properties = new Properties();
        for (String option : options) {
            properties.setProperty(option.substring(0, option.indexOf('=')),
                    option.substring(option.indexOf('=') + 1));
        }
        return RunSettings.of(properties, NOW);
    }
}
