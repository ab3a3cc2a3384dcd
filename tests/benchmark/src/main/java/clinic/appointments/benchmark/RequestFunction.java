package clinic.appointments.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.stream.Collectors;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.process.ChildProcess;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

/**
 * The request function in a process of its own, with its bundle, behind the runtime API (Lambda: "Using the Lambda
 * runtime API for custom runtimes"). Anything may answer its calls to AWS.
 */
final class RequestFunction implements AutoCloseable {

    /** Name of its table of patients. */
    static final String PATIENTS = "patients";

    private static final Path BUNDLE = Path.of("functions/target/bundle").toAbsolutePath();
    private static final Path CLIENT = Path.of("local/runtime/target").toAbsolutePath();
    private static final String HANDLER = "clinic.appointments.request.AppointmentRequestProcessor";
    /** As long as in a local stage. */
    private static final String NAME = "AppointmentRequestProcessorCED70BD7";
    private static final String NONE = "NONE";
    /** Without hours and holds. */
    private static final String TERMS = "minimumNotice=PT30M horizon=PT8784H shortest=PT5M longest=PT12H"
            + " changeNotice=PT1H retention=PT2160H hold=PT4H";
    private static final int PLENTY_MILLIS = 30_000;

    private final LinkedTransferQueue<String> events = new LinkedTransferQueue<>();
    private final SynchronousQueue<String> responses = new SynchronousQueue<>();
    private final LoopbackServer api;
    private final ChildProcess process;

    private RequestFunction(URI aws, Path log) throws IOException {
        api = LoopbackServer.bind(0, "runtime-api");
        api.start("/2018-06-01/runtime/", this::handle);
        process = ChildProcess.start(command(), environment(aws), BUNDLE, log);
    }

    /**
     * Starts the function.
     *
     * @param aws address that answers its calls
     * @param log file for its output
     */
    static RequestFunction start(URI aws, Path log) throws IOException {
        return new RequestFunction(aws, log);
    }

    /** Invokes the function and waits for its response. */
    String invoke(String event) throws InterruptedException {
        events.add(event);
        return responses.take();
    }

    @Override
    public void close() {
        process.close();
        api.close();
    }

    private static List<String> command() {
        List<String> classPath = List.of(BUNDLE.toString(), BUNDLE.resolve("lib") + "/*",
                CLIENT.resolve("classes").toString(), CLIENT.resolve("lib") + "/*");
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath),
                "clinic.appointments.local.runtimeloop.RuntimeLoop", HANDLER));
        return command;
    }

    private Map<String, String> environment(URI aws) {
        Map<String, String> variables = Arrays.stream(EnvironmentKey.values())
                .collect(Collectors.toMap(Enum::name, RequestFunction::value, (one, _) -> one, TreeMap::new));
        variables.putAll(Map.of("AWS_LAMBDA_RUNTIME_API", api.authority(), "_HANDLER", HANDLER, "LAMBDA_TASK_ROOT",
                BUNDLE.toString(), "AWS_LAMBDA_FUNCTION_NAME", NAME, "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024", "AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret"));
        variables.putAll(Map.of("AWS_ENDPOINT_URL", aws.toString(), "AWS_LAMBDA_LOG_GROUP_NAME", "group",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream", "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand", "TZ", ":UTC"));
        return variables;
    }

    /** Values that are read as texts may be any. */
    private static String value(EnvironmentKey key) {
        return switch (key) {
            case PATIENTS_TABLE -> PATIENTS;
            case DEFAULT_TIME_ZONE -> "Europe/Berlin";
            case OVERDUE_SHARDS, STATUS_SHARDS, FINGERPRINT_VERSIONS -> "1";
            case NOTICES -> "false";
            case REMINDER_OFFSETS -> "PT24H";
            case SMOKE_CLIENT, QUIET_HOURS, REMINDER_UNSUBSCRIBE -> NONE;
            case LOG_LEVEL -> "INFO";
            case POWERTOOLS_SERVICE_NAME -> "appointments";
            case POWERTOOLS_METRICS_NAMESPACE -> "AppointmentScheduling/prod";
            case BOOKING_TERMS -> TERMS;
            default -> key.name();
        };
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestURI().getPath().endsWith("/next")) {
            next(exchange);
        } else {
            LoopbackServer.respond(exchange, 202, "{}".getBytes(StandardCharsets.US_ASCII));
            responses.put(body);
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        String event = events.take();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", "invocation");
        headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + PLENTY_MILLIS));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:" + NAME);
        headers.set("Lambda-Runtime-Trace-Id",
                "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1");
        LoopbackServer.respond(exchange, 200, event.getBytes(StandardCharsets.UTF_8));
    }
}
