package clinic.appointments.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import clinic.appointments.local.code.FunctionCode;
import clinic.appointments.local.process.ChildProcess;
import clinic.appointments.local.template.Function;

/** One execution environment of a function: a process and its runtime API, from start to end. */
final class FunctionProcess implements AutoCloseable {

    private static final int MAX_HEAP_MEGABYTES = 160;

    private final RuntimeApi api;
    private final ChildProcess process;

    private FunctionProcess(RuntimeApi api, ChildProcess process) {
        this.api = api;
        this.process = process;
    }

    static FunctionProcess start(Function function, ProcessSettings settings) {
        FunctionCode code = settings.codeOf(function);
        return start(function, settings, code, code.options(), function.id());
    }

    /** Starts a process that writes a cache of its classes when it is ended. */
    static FunctionProcess startRecording(Function function, ProcessSettings settings, Path cache) {
        FunctionCode code = settings.codeOf(function);
        return start(function, settings, code, code.recordingOptions(cache), "recording");
    }

    private static FunctionProcess start(Function function, ProcessSettings settings, FunctionCode code,
            List<String> options, String name) {
        RuntimeApi api = RuntimeApi.start(function.arn());
        Path log = settings.logs().resolve(name + ".log");
        ChildProcess process = ChildProcess.start(command(function, settings, options),
                settings.start().complete(settings.environment().of(function,
                        settings.accessKeys().apply(function.roleArn()), api.address()), api.credentials()),
                code.directory(), log);
        CompletableFuture<Void> _ = process.exit()
                .thenAccept(status -> api.processEnded("its process ended with exit code " + status));
        return new FunctionProcess(api, process);
    }

    /** Completes when the process waits for its first event. */
    CompletableFuture<Void> ready() {
        return api.ready();
    }

    boolean isUsable() {
        return process.isAlive() && api.ready().isDone() && !api.ready().isCompletedExceptionally();
    }

    long pid() {
        return process.pid();
    }

    /** Invokes and waits; a process that exceeds the timeout is killed. */
    Invocation invoke(InvocationRequest request, Duration timeout) throws InterruptedException {
        CompletableFuture<Invocation> outcome = new CompletableFuture<>();
        api.submit(new RuntimeApi.PendingInvocation(request.requestId(), request.event(), request.trace().wire(),
                Instant.now().plus(timeout), outcome));
        if (!process.isAlive()) {
            api.processEnded("its process was dead");
        }
        try {
            return outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            close();
            return new Invocation.TimedOut(timeout);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills the process and waits for its end; a running invocation counts as crashed. */
    void kill() {
        process.close();
    }

    /** Ends the process in good order, as SIGTERM does, and waits; kills it after the given time. */
    void end(Duration atMost) {
        process.end(atMost);
    }

    @Override
    public void close() {
        process.close();
        api.close();
    }

    /** Options for little memory and a quick start, because several processes share a laptop; they are not Lambda's. */
    private static List<String> command(Function function, ProcessSettings settings, List<String> code) {
        int heap = Math.min(function.memoryMegabytes() / 2, MAX_HEAP_MEGABYTES);
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx" + heap + "m", "-Xss512k",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + settings.logs().resolve("crash-%p.log"), settings.clock()));
        command.addAll(settings.start().options());
        command.addAll(settings.client().options());
        command.addAll(code);
        command.addAll(List.of(settings.client().mainClass(), function.handler()));
        return command;
    }
}
