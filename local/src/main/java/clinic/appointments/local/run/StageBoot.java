package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import clinic.appointments.local.api.ApiEndpoint;
import clinic.appointments.local.api.Integrations;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.Activity;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.DynamoDbEngine;
import clinic.appointments.local.engine.QueueEngine;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.function.FunctionEnvironment;
import clinic.appointments.local.function.FunctionPool;
import clinic.appointments.local.function.FunctionSettings;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.function.RuntimeClient;
import clinic.appointments.local.functionclock.ClockFile;
import clinic.appointments.local.gateway.Backends;
import clinic.appointments.local.gateway.Gateway;
import clinic.appointments.local.key.MacKeys;
import clinic.appointments.local.mail.MailSink;
import clinic.appointments.local.queue.EventSourcePoller;
import clinic.appointments.local.schedule.Delivery;
import clinic.appointments.local.schedule.LocalScheduler;
import clinic.appointments.local.schedule.Recurrence;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.DeploymentReader;
import clinic.appointments.local.template.EventSource;
import clinic.appointments.local.template.Function;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.ScheduleGroup;
import clinic.appointments.local.trace.TraceCollector;

/** Boots a stage. What does not need each other starts at the same time; what was opened is closed when it fails. */
final class StageBoot {

    private final BootSettings settings;
    private final CloseStack opened;
    private final Progress progress;
    private final RunDirectory directory;
    private final ClockFile clockFile;
    private final LocalClock clock;
    private final QueueLedger ledger;
    private final Activity activity = new Activity();
    private final Gateway gateway;

    private StageBoot(BootSettings settings, CloseStack opened) {
        this.settings = settings;
        this.opened = opened;
        this.progress = new Progress(settings.progress());
        settings.ports().requireFree();
        this.directory = RunDirectory.create(settings.root(), settings.stage());
        this.clockFile = ClockFile.create(directory.path());
        this.clock = new LocalClock(InstantSource.system(), clockFile::write);
        this.ledger = new QueueLedger(clock);
        this.gateway = Gateway.bind(settings.port());
        opened.push(gateway::close);
        clock.onAdvance(ledger::signal);
    }

    /** Boots; everything that has to be closed is on the stack, also when this fails. */
    static StageParts boot(BootSettings settings, CloseStack opened) {
        return new StageBoot(settings, opened).boot();
    }

    private StageParts boot() {
        CompletableFuture<DynamoDbEngine> dynamoDb = progress.beside("DynamoDB engine",
                () -> DynamoDbEngine.start(settings.root().resolve("local/dynamodb/target/lib"), directory.logs(),
                        "local"));
        opened.push(dynamoDb, DynamoDbEngine::close);
        Deployment deployment = progress.step("templates of stage " + settings.stage(), this::read);
        CompletableFuture<QueueEngine> queues = progress.beside(deployment.queues().size() + " queues",
                () -> queues(deployment));
        opened.push(queues, QueueEngine::close);
        TraceCollector traces = TraceCollector.start(directory.traces());
        opened.push(traces::close);
        Map<String, FunctionPool> functions = functions(deployment, traces);
        createTables(Progress.join(dynamoDb), deployment);
        return connect(deployment, Progress.join(dynamoDb), Progress.join(queues), traces, functions);
    }

    private Deployment read() {
        Path assembly = settings.assembly().orElseGet(() -> Synthesis.of(settings.root(), settings.stage()));
        Deployment deployment = DeploymentReader.read(assembly, settings.stage(), gateway.address());
        write(directory.unchecked(), deployment.unchecked());
        return deployment;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private QueueEngine queues(Deployment deployment) {
        QueueEngine engine = QueueEngine.start(clock, ledger, deployment.account(), deployment.region());
        engine.create(deployment.queues());
        return engine;
    }

    private void createTables(DynamoDbEngine engine, Deployment deployment) {
        progress.step(deployment.tables().size() + " tables", () -> {
            deployment.tables().parallelStream().forEach(engine::create);
            return deployment;
        });
    }

    private Map<String, FunctionPool> functions(Deployment deployment, TraceCollector traces) {
        RuntimeClient client = settings.runtime().open(settings.root().resolve("local/runtime/target"),
                directory.path());
        opened.push(client::close);
        FunctionSettings common = new FunctionSettings(client, directory.logs(),
                new FunctionEnvironment(gateway.address(), deployment.region(), traces.address()), clockFile.option(),
                this::accessKey);
        Map<String, FunctionPool> functions = new LinkedHashMap<>();
        for (Function deployed : deployment.functions()) {
            Function function = deployed.with(settings.variables());
            if (!Files.isDirectory(function.code())) {
                throw new StageException(
                        "%s has no code: there is no folder %s.".formatted(function.id(), function.code()));
            }
            FunctionPool pool = new FunctionPool(function, common, traces, instances(deployment, function));
            opened.push(pool::close);
            pool.start();
            functions.put(function.id(), pool);
        }
        return functions;
    }

    private int instances(Deployment deployment, Function function) {
        return deployment.eventSources().stream().filter(source -> source.functionName().equals(function.name()))
                .flatMapToInt(source -> source.maximumConcurrency().stream()).map(most -> Math.min(most,
                        settings.instances()))
                .min().orElse(settings.instances());
    }

    private StageParts connect(Deployment deployment, DynamoDbEngine dynamoDb, QueueEngine queues,
            TraceCollector traces, Map<String, FunctionPool> functions) {
        AwsCalls calls = new AwsCalls(gateway.address(), deployment.region());
        Delivery delivery = delivery(deployment, calls);
        LocalScheduler scheduler = scheduler(deployment, delivery);
        MailSink mail = new MailSink(directory.mail());
        gateway.open(deployment, new Backends(dynamoDb.address(), queues.address(), scheduler, mail,
                new MacKeys(deployment.macKeys())));
        progress.step(functions.size() + " functions", () -> ready(functions));
        List<ApiEndpoint> apis = apis(deployment, calls, functions);
        List<EventSourcePoller> pollers = pollers(deployment, calls, functions);
        return new StageParts(deployment, directory, clock, activity, ledger, gateway, dynamoDb, queues, scheduler,
                recurrence(deployment, delivery), mail, traces, functions, pollers, apis);
    }

    private Delivery delivery(Deployment deployment, AwsCalls calls) {
        return new Delivery(calls, this::accessKey,
                deployment.queues().stream().collect(Collectors.toMap(Queue::arn, Queue::url)));
    }

    private Recurrence recurrence(Deployment deployment, Delivery delivery) {
        Recurrence recurrence = new Recurrence(deployment.recurringSchedules(), clock, activity, delivery);
        opened.push(recurrence::close);
        return recurrence;
    }

    private LocalScheduler scheduler(Deployment deployment, Delivery delivery) {
        LocalScheduler scheduler = new LocalScheduler(clock, activity, delivery,
                "arn:aws:scheduler:%s:%s".formatted(deployment.region(), deployment.account()),
                deployment.scheduleGroups().stream().map(ScheduleGroup::name).collect(Collectors.toSet()));
        opened.push(scheduler::close);
        return scheduler;
    }

    private List<ApiEndpoint> apis(Deployment deployment, AwsCalls calls, Map<String, FunctionPool> functions) {
        return deployment.apis().stream().map(api -> {
            ApiEndpoint endpoint = ApiEndpoint.open(new Integrations(deployment, api, calls, this::accessKey,
                    name -> event -> invoke(functions, name, event)), settings.ports().api());
            opened.push(endpoint::close);
            return endpoint;
        }).toList();
    }

    private Invocation invoke(Map<String, FunctionPool> functions, String name, String event)
            throws InterruptedException {
        try (Activity.Work _ = activity.begin()) {
            return functions.values().stream().filter(pool -> pool.function().name().equals(name)).findFirst()
                    .orElseThrow(() -> new StageException("The API names no function: " + name + "."))
                    .invoke(event, List.of());
        }
    }

    private static Map<String, FunctionPool> ready(Map<String, FunctionPool> functions) {
        try {
            for (FunctionPool function : functions.values()) {
                function.awaitReady();
            }
            return functions;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StageException("The boot was interrupted.");
        }
    }

    private List<EventSourcePoller> pollers(Deployment deployment, AwsCalls calls,
            Map<String, FunctionPool> functions) {
        List<EventSourcePoller> pollers = new ArrayList<>();
        for (EventSource source : deployment.eventSources()) {
            FunctionPool pool = functions.values().stream()
                    .filter(candidate -> candidate.function().name().equals(source.functionName())).findFirst()
                    .orElseThrow(() -> new StageException("An event source names no function: " + source + "."));
            Queue queue = deployment.queues().stream().filter(each -> each.arn().equals(source.queueArn())).findFirst()
                    .orElseThrow(() -> new StageException("An event source names no queue: " + source + "."));
            EventSourcePoller poller = new EventSourcePoller(source, queue, pool, calls,
                    accessKey(pool.function().roleArn()), deployment.region(), ledger, activity);
            opened.push(poller::close);
            poller.start();
            pollers.add(poller);
        }
        return pollers;
    }

    private String accessKey(String roleArn) {
        return gateway.keys().accessKey(roleArn);
    }
}
