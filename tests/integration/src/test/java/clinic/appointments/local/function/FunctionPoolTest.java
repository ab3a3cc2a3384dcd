package clinic.appointments.local.function;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.code.CodeStore;
import clinic.appointments.local.functionclock.ClockFile;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.trace.TraceCollector;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A function runs in its own processes, and behaves the same with either runtime client. */
@ParameterizedClass
@MethodSource("clinic.appointments.local.function.RuntimeKind#available")
class FunctionPoolTest {

    private static final Path RUNTIME = Path.of("local/runtime/target").toAbsolutePath();
    private static final Path CODE = Path.of("tests/integration/target/test-classes").toAbsolutePath();

    @TempDir
    static Path code;

    @TempDir
    Path directory;

    private final RuntimeKind kind;
    private RuntimeClient client;
    private ClockFile clock;
    private TraceCollector traces;
    private FunctionPool pool;

    FunctionPoolTest(RuntimeKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void listen() {
        client = kind.open(RUNTIME, directory);
        clock = ClockFile.create(directory);
        traces = TraceCollector.start(directory.resolve("traces.jsonl"));
    }

    @AfterEach
    void stop() {
        pool.close();
        traces.close();
        client.close();
    }

    @Test
    void answersFromOneProcessAgainAndAgain() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("1"));
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("2"));
    }

    @Test
    void survivesAnExceptionInTheSameProcess() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        assertThat(invoke("throw"))
                .isEqualTo(new Invocation.Failed("java.lang.IllegalArgumentException", "no good"));
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("2"));
    }

    @Test
    void replacesAProcessThatDied() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        assertThat(invoke("halt")).isEqualTo(new Invocation.Crashed("its process ended with exit code 3"));
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("1"));
    }

    @Test
    void replacesAProcessThatWasKilled() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        invoke("count");
        pool.kill();
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("1"));
    }

    @Test
    void killsWhatExceedsTheTimeout() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        assertThat(invoke("hang")).isEqualTo(new Invocation.TimedOut(Duration.ofSeconds(2)));
        assertThat(invoke("count")).isEqualTo(new Invocation.Responded("1"));
    }

    @Test
    void saysInOneSentenceWhyItCannotStart() {
        assertThatExceptionOfType(InitException.class).isThrownBy(() -> start(Map.of()))
                .withMessage("Probe could not start: Missing variable: PROBE. (log: %s)",
                        directory.resolve("Probe.log"));
    }

    @Test
    void seesTheTemplatesVariablesAndLambdasOwnAndNoOthers() throws InterruptedException, JsonProcessingException {
        start(Map.of("PROBE", "1"));
        Invocation.Responded answer = (Invocation.Responded) invoke("environment");
        JsonNode environment = new ObjectMapper().readTree(answer.payload());
        assertThat(environment.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("PROBE",
                "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL",
                "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME",
                "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
                "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_RUNTIME_API", "AWS_XRAY_CONTEXT_MISSING",
                "AWS_XRAY_DAEMON_ADDRESS", "LAMBDA_TASK_ROOT", "LANG", "LC_ALL",
                "PATH", "TZ", "_HANDLER");
        assertThat(environment.path("AWS_ACCESS_KEY_ID").asText()).isEqualTo("key of role");
    }

    @Test
    void seesNothingOfTheProgramThatRunsIt() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        assertThat(invoke("classes")).isEqualTo(new Invocation.Responded("false"));
    }

    @Test
    void failsEachInvocationOfAHandlerThatDoesNotExist() throws InterruptedException {
        start("clinic.appointments.Nobody::handleRequest", Map.of("PROBE", "1"));
        Invocation failed = new Invocation.Failed("java.lang.ClassNotFoundException",
                "Class not found: clinic.appointments.Nobody");
        assertThat(invoke("count")).isEqualTo(failed);
        assertThat(invoke("count")).isEqualTo(failed);
    }

    @Test
    void writesTheSegmentThatItsHeaderNames() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        Invocation.Responded answer = (Invocation.Responded) invoke("trace");
        JsonNode segment = traces.segments().getFirst();
        assertThat(answer.payload()).isEqualTo("\"Root=%s;Parent=%s;Sampled=1\"",
                segment.path("trace_id").asText(), segment.path("id").asText());
    }

    @Test
    void livesByTheLocalClock() throws InterruptedException {
        start(Map.of("PROBE", "1"));
        Instant before = Instant.now();
        clock.write(Duration.ofDays(2));
        Invocation.Responded answer = (Invocation.Responded) invoke("time");

        assertThat(Instant.parse(answer.payload().replace("\"", ""))).isBetween(before.plus(Duration.ofDays(2)),
                Instant.now().plus(Duration.ofDays(2)));
    }

    private void start(Map<String, String> environment) throws InterruptedException {
        start(ProbeProcessor.class.getName() + "::handleRequest", environment);
    }

    private void start(String handler, Map<String, String> environment) throws InterruptedException {
        Function function = new Function("Probe", "probe", "arn:aws:lambda:eu-central-1:123456789012:function:probe",
                handler, CODE, 256, Duration.ofSeconds(2), environment,
                "role");
        ProcessSettings settings = new ProcessSettings(client, new CodeStore(code), directory,
                new FunctionEnvironment(URI.create("http://127.0.0.1:1"), "eu-central-1", traces.address()),
                clock.option(), role -> "key of " + role, FunctionStart.onDemand());
        pool = new FunctionPool(function, settings, traces, 1);
        pool.start();
        pool.awaitReady();
    }

    private Invocation invoke(String what) throws InterruptedException {
        return pool.invoke("{\"do\":\"" + what + "\"}", List.of());
    }
}
