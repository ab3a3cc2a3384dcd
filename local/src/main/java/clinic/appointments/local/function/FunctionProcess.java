package clinic.appointments.local.function;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        RuntimeApi api = RuntimeApi.start(function.arn());
        Path log = settings.logs().resolve(function.id() + ".log");
        ChildProcess process = ChildProcess.start(command(function, settings),
                settings.start().complete(settings.environment().of(function,
                        settings.accessKeys().apply(function.roleArn()), api.address()), api.credentials()),
                function.code(), log);
        CompletableFuture<Void> _ = process.exit()
                .thenAccept(code -> api.processEnded("its process ended with exit code " + code));
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

    @Override
    public void close() {
        process.close();
        api.close();
    }

    /** Options for little memory and a quick start, because several processes share a laptop; they are not Lambda's. */
    private static List<String> command(Function function, ProcessSettings settings) {
        int heap = Math.min(function.memoryMegabytes() / 2, MAX_HEAP_MEGABYTES);
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx" + heap + "m", "-Xss512k",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + settings.logs().resolve("crash-%p.log"), settings.clock()));
        command.addAll(settings.start().options());
        command.addAll(settings.client().options());
        command.addAll(List.of("-cp", classPath(function, settings.client()), settings.client().mainClass(),
                function.handler()));
        return command;
    }

    private static String classPath(Function function, RuntimeClient client) {
        List<String> entries = new ArrayList<>(
                List.of(function.code().toString(), RuntimeClient.jars(function.code().resolve("lib"))));
        entries.addAll(client.classPath());
        return String.join(File.pathSeparator, entries);
    }
}
