package clinic.appointments.local.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.DynamoDbEngine;
import clinic.appointments.local.engine.QueueEngine;
import clinic.appointments.local.function.ProcessSettings;
import clinic.appointments.local.gateway.Backends;
import clinic.appointments.local.key.MacKeys;
import clinic.appointments.local.mail.MailEventDelivery;
import clinic.appointments.local.mail.MailSink;
import clinic.appointments.local.schedule.LocalScheduler;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.DeploymentReader;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.trace.TraceCollector;

/** Boots a stage. Independent parts start at the same time; a failure closes everything that was opened. */
final class StageBoot {

    private final BootSettings settings;
    private final CloseStack opened;
    private final Progress progress;
    private final StageFoundation foundation;

    private StageBoot(BootSettings settings, CloseStack opened) {
        this.settings = settings;
        this.opened = opened;
        this.progress = new Progress(settings.steps());
        this.foundation = StageFoundation.lay(settings, opened);
    }

    /** Boots; everything that has to be closed is on the stack, also after a failure. */
    static StageParts boot(BootSettings settings, CloseStack opened) {
        return new StageBoot(settings, opened).boot();
    }

    private StageParts boot() {
        CompletableFuture<DynamoDbEngine> dynamoDb = startDynamoDb();
        Path assembly = progress.step("templates of stage " + settings.stage(), this::assembly);
        Deployment deployment = read(assembly);
        CompletableFuture<QueueEngine> queues = startQueues(deployment);
        TraceCollector traces = TraceCollector.start(foundation.directory().traces());
        opened.push(traces::close);
        StageFunctions functions = startFunctions(deployment, traces);
        createTables(Progress.join(dynamoDb), deployment);
        return connect(assembly, deployment, functions, new StageEngines(Progress.join(dynamoDb), Progress.join(queues),
                new MailSink(foundation.directory().mail(), mailEvents(deployment)), traces));
    }

    private MailEventDelivery mailEvents(Deployment deployment) {
        return new MailEventDelivery(deployment.mailRoutes(),
                deployment.queues().stream().collect(Collectors.toMap(Queue::arn, Queue::url)),
                new AwsCalls(foundation.gateway().address(), deployment.region()),
                foundation.gateway().keys().operator());
    }

    private CompletableFuture<DynamoDbEngine> startDynamoDb() {
        CompletableFuture<DynamoDbEngine> engine = progress.beside("DynamoDB engine",
                () -> DynamoDbEngine.start(settings.root().resolve("local/dynamodb/target/lib"),
                        foundation.directory().logs(), "local"));
        opened.push(engine, DynamoDbEngine::close);
        return engine;
    }

    private Path assembly() {
        return settings.assembly().orElseGet(() -> Synthesis.of(settings.app(), settings.stage()));
    }

    private Deployment read(Path assembly) {
        Deployment deployment = DeploymentReader.read(assembly, settings.stage(), foundation.gateway().address());
        write(foundation.directory().unchecked(), deployment.unchecked());
        return deployment;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<QueueEngine> startQueues(Deployment deployment) {
        CompletableFuture<QueueEngine> engine = progress.beside(deployment.queues().size() + " queues", () -> {
            QueueEngine started = QueueEngine.start(foundation.clock(), foundation.ledger(), deployment.account(),
                    deployment.region());
            started.create(deployment.queues());
            return started;
        });
        opened.push(engine, QueueEngine::close);
        return engine;
    }

    private StageFunctions startFunctions(Deployment deployment, TraceCollector traces) {
        ProcessSettings processes = StageFunctions.processes(settings, foundation, deployment.region(),
                traces.address(), opened);
        if (settings.start().recorded()) {
            new FirstStart(deployment, settings.variables(), processes).record(progress);
        }
        return StageFunctions.start(deployment, settings, processes, traces, opened);
    }

    private void createTables(DynamoDbEngine engine, Deployment deployment) {
        progress.step(deployment.tables().size() + " tables", () -> {
            deployment.tables().parallelStream().forEach(engine::create);
            return deployment;
        });
    }

    private StageParts connect(Path assembly, Deployment deployment, StageFunctions functions,
            StageEngines engines) {
        StageTriggers.Starter starter = new StageTriggers.Starter(deployment, foundation, functions, opened);
        LocalScheduler scheduler = starter.startScheduler();
        foundation.gateway().open(deployment, new Backends(engines.dynamoDb().address(), engines.queues().address(),
                scheduler, engines.mail(), new MacKeys(deployment.macKeys()), new FunctionInvocations(functions),
                starter.apiAddresses()));
        progress.step(functions.count() + " functions", () -> {
            functions.awaitReady();
            return functions;
        });
        return new StageParts(assembly, deployment, foundation, engines, functions,
                starter.start(scheduler, settings.ports().api()));
    }
}
