package clinic.appointments.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import clinic.appointments.local.code.FunctionCode;
import clinic.appointments.local.http.LoopbackServer;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.trace.TraceHeader;

/**
 * Records the classes that a function's process loads, so that later processes with the same code start in half the
 * time. The process runs beside a service that answers every call with an empty object, and takes one message that
 * cannot be read. Without a recording, functions only start later.
 */
public final class RecordingRun {

    private static final Duration MAX_TIME = Duration.ofSeconds(60);
    private static final String EVENT = """
            {"Records": [{"messageId": "recording", "receiptHandle": "recording", "body": "{}", "attributes": {
              "ApproximateReceiveCount": "1", "SentTimestamp": "0", "SenderId": "recording",
              "ApproximateFirstReceiveTimestamp": "0"}, "messageAttributes": {}, "eventSource": "aws:sqs",
              "eventSourceARN": "arn:aws:sqs:eu-central-1:000000000000:recording", "awsRegion": "eu-central-1"}]}
            """;

    private final Function function;
    private final ProcessSettings settings;

    private RecordingRun(Function function, ProcessSettings settings) {
        this.function = function;
        this.settings = settings;
    }

    /** Whether the function's code has been recorded. */
    public static boolean isDone(Function function, ProcessSettings settings) {
        return settings.codeOf(function).cache().isPresent();
    }

    /**
     * Records a function that takes messages from a queue.
     *
     * @param settings its client and its code are those of the stage
     */
    public static void run(Function function, ProcessSettings settings) throws InterruptedException {
        try (LoopbackServer aws = LoopbackServer.bind(0, "recording")) {
            aws.start("/", exchange -> LoopbackServer.respond(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8)));
            FunctionEnvironment beside = new FunctionEnvironment(aws.address(), settings.environment().region(),
                    aws.authority());
            new RecordingRun(function, settings.with(beside)).record();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record() throws IOException, InterruptedException {
        FunctionCode code = settings.codeOf(function);
        Path output = code.folder().resolve(UUID.randomUUID() + ".recording");
        try (FunctionProcess process = FunctionProcess.startRecording(function, settings, output)) {
            if (isReady(process)) {
                process.invoke(new InvocationRequest("recording", EVENT, TraceHeader.begin(Instant.now())),
                        function.timeout());
                process.end(MAX_TIME);
            }
        }
        if (Files.exists(output)) {
            Files.move(output, code.cacheFile(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** A function that cannot start says so when the stage starts it. */
    private static boolean isReady(FunctionProcess process) throws InterruptedException {
        try {
            process.ready().get(MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
