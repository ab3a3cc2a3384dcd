package clinic.appointments.local.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.code.CodeStore;
import clinic.appointments.local.function.FunctionEnvironment;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.function.ProcessSettings;
import clinic.appointments.local.function.RuntimeClient;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.trace.TraceCollector;

/** The functions of a stage. */
final class StageFunctions {

    private final Map<String, FunctionPool> byId = new LinkedHashMap<>();
    private final Activity activity;

    private StageFunctions(Activity activity) {
        this.activity = activity;
    }

    /** Starts the processes of every function without waiting for them. */
    static StageFunctions start(Deployment deployment, BootSettings settings, ProcessSettings processes,
            TraceCollector traces, CloseStack opened) {
        StageFunctions functions = new StageFunctions(new Activity());
        for (Function deployed : deployment.functions()) {
            Function function = deployed.with(settings.variables());
            requireCode(function);
            FunctionPool pool = new FunctionPool(function, processes, traces,
                    instances(deployment, function, settings.instances()));
            opened.push(pool::close);
            pool.start();
            functions.byId.put(function.id(), pool);
        }
        return functions;
    }

    /** The settings that all processes share. */
    static ProcessSettings processes(BootSettings settings, StageFoundation foundation, String region, String traces,
            CloseStack opened) {
        RuntimeClient client = settings.runtime().open(settings.root().resolve("local/runtime/target"),
                foundation.directory().path());
        opened.push(client::close);
        return new ProcessSettings(client, new CodeStore(codeFolder(settings, foundation)),
                foundation.directory().logs(),
                new FunctionEnvironment(settings.start().endpoint().apply(foundation.gateway().address()), region,
                        traces),
                foundation.clockOption(), foundation::accessKey, settings.start());
    }

    private static Path codeFolder(BootSettings settings, StageFoundation foundation) {
        return settings.start().recorded() ? settings.root().resolve("local/target/code")
                : foundation.directory().code();
    }

    int count() {
        return byId.size();
    }

    /** Work in progress: invocations, polls and deliveries. */
    Activity activity() {
        return activity;
    }

    /** Waits until every process waits for events. */
    void awaitReady() {
        try {
            for (FunctionPool function : byId.values()) {
                function.awaitReady();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StageException("The boot was interrupted.");
        }
    }

    FunctionPool ofId(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> StageException.unknown("function", id, byId.keySet().stream()));
    }

    /**
     * The function with a physical name.
     *
     * @param caller what names it, for the message to the user
     */
    FunctionPool ofName(String name, String caller) {
        return byId.values().stream().filter(pool -> pool.function().name().equals(name)).findFirst()
                .orElseThrow(() -> new StageException(caller + " names a function that does not exist: " + name + "."));
    }

    /** Invokes a function and waits for the end. */
    Invocation invoke(FunctionPool function, String event) throws InterruptedException {
        try (Activity.Task _ = activity.begin()) {
            return function.invoke(event, List.of());
        }
    }

    /** Ids of all processes. */
    LongStream pids() {
        return byId.values().stream().flatMapToLong(FunctionPool::pids);
    }

    static boolean hasCode(Function function) {
        return Files.isDirectory(function.code());
    }

    private static void requireCode(Function function) {
        if (!hasCode(function)) {
            throw new StageException(
                    "%s has no code: there is no folder %s.".formatted(function.id(), function.code()));
        }
    }

    private static int instances(Deployment deployment, Function function, int wanted) {
        return deployment.eventSources().stream().filter(source -> source.functionName().equals(function.name()))
                .flatMapToInt(source -> source.maximumConcurrency().stream()).map(limit -> Math.min(limit, wanted))
                .min().orElse(wanted);
    }
}
