package clinic.appointments.local.run;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.Capacity;
import clinic.appointments.local.page.Invocations;
import clinic.appointments.local.page.LocalPage;
import clinic.appointments.local.page.ServiceParts;
import clinic.appointments.local.page.SessionFile;
import clinic.appointments.local.page.StoredStage;
import clinic.appointments.local.process.ParentWatch;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.Progress;
import clinic.appointments.local.stage.StageException;
import clinic.appointments.local.stage.Step;

/**
 * The local run, {@code mvn -ntp -Plocal}: boots a stage, sends it the sample messages, runs the clock ahead and
 * reports the outcome of each. Exits with status 0 if everything is as expected, otherwise with 1 and one sentence.
 */
public final class LocalRun {

    private static final Path RUNS = Path.of("local/target/run");

    private final RunSettings settings;
    private final PrintStream out;
    private final Screen screen;
    private final StepLines steps;

    private LocalRun(RunSettings settings, PrintStream out, Screen screen, StepLines steps) {
        this.settings = settings;
        this.out = out;
        this.screen = screen;
        this.steps = steps;
    }

    public static void main(String[] arguments) throws InterruptedException {
        ParentWatch.begin();
        System.exit(LastWord.ofThisProgram().say(complaint()));
    }

    private static Optional<String> complaint() throws InterruptedException {
        Screen screen = Screen.ofThisProgram();
        StepLines steps = StepLines.begin(System.out, screen);
        try {
            return new LocalRun(RunSettings.of(System.getProperties(), Instant.now()), System.out, screen, steps).run();
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage() == null ? "The local run failed: " + e : e.getMessage());
        } finally {
            steps.close();
        }
    }

    /** The problem in one sentence; empty if there was none. */
    private Optional<String> run() throws InterruptedException {
        if (settings.story().isPresent()) {
            out.println(new StoryTeller(RUNS).tell(settings.story().get()));
            return Optional.empty();
        }
        if (settings.session().isPresent()) {
            return show(settings.session().get());
        }
        return settings.invoke().isPresent() ? invoke(settings.invoke().get()) : feed();
    }

    private Optional<String> show(Path session) throws InterruptedException {
        try (LocalPage page = LocalPage.open(session, StageDays::of)) {
            out.println("Until Ctrl-C, this page shows the saved session:");
            untilCtrlC(page);
        }
        return Optional.empty();
    }

    private Optional<String> invoke(DirectCall call) throws InterruptedException {
        String event = samples().fill(SampleMessages.json(call.event()).toString());
        try (LocalStage stage = boot()) {
            Invocation invocation = stage.invoke(call.functionId(), event);
            out.println(Invocations.describe(invocation));
            out.println("log: " + stage.logDirectory().resolve(call.functionId() + ".log"));
            return new DirectAnswer(invocation).complaint().or(() -> denial(stage));
        }
    }

    private static Optional<String> denial(LocalStage stage) {
        return stage.gateway().calls().denials().stream().findFirst()
                .map(denied -> "The role %s may not %s on %s.".formatted(denied.roleId(), denied.action(),
                        denied.resource()));
    }

    private Optional<String> feed() throws InterruptedException {
        List<SampleMessage> samples = samples().read(settings.events(), settings.stage());
        try (LocalStage stage = boot()) {
            Report report = feed(stage, samples);
            out.println();
            out.println(report.render(screen));
            stayUp(stage);
            return report.verdict().complaint();
        }
    }

    private static SampleMessages samples() {
        return new SampleMessages(Instant.now(), SampleMessages.ZONE);
    }

    private LocalStage boot() {
        out.println("Booting stage " + settings.stage() + " on this machine");
        return LocalStage.boot(SchedulingStage.settings(settings.stage()).port(settings.port())
                .runtime(settings.runtime()).steps(steps).build());
    }

    private Report feed(LocalStage stage, List<SampleMessage> samples) throws InterruptedException {
        Progress progress = new Progress(steps);
        FirstConfirmation confirmation = FirstConfirmation.watch(stage);
        List<SentMessage> sent = new CopyOnWriteArrayList<>();
        progress.step(new Step("messages sent", () -> String.valueOf(sent.size())), () -> send(stage, samples, sent));
        awaiting(progress, new Step("all of them processed, retries included", () -> waiting(stage)), stage::awaitIdle);
        Optional<Duration> firstConfirmed = confirmation.end().map(seen -> Duration.between(settings.started(), seen));
        awaiting(progress, new Step("clock run ahead by " + settings.ahead(), () -> clock(stage)),
                () -> stage.runAhead(settings.ahead()));
        awaiting(progress, new Step("recurring schedules fired", () -> waiting(stage)), stage::fireRecurring);
        Capacity used = stage.gateway().calls().capacityOfRoles();
        OutcomeFinder finder = new OutcomeFinder(stage);
        Map<SentMessage, MessageOutcome> outcomes = new LinkedHashMap<>();
        for (SentMessage message : sent) {
            outcomes.put(message, finder.of(message));
        }
        return new Report(stage, outcomes, firstConfirmed, used, SessionFile.save(stage, StageEvents.of(stage)));
    }

    /** Sends the messages in their order, with the runs of the clock between them; the list grows meanwhile. */
    static List<SentMessage> send(LocalStage stage, List<SampleMessage> samples, List<SentMessage> sent) {
        for (SampleMessage sample : samples) {
            sample.after().ifPresent(ahead -> interruptibly(() -> stage.runAhead(ahead)));
            IntStream.rangeClosed(1, sample.copies()).forEach(copy -> sent.add(send(stage, sample.copy(copy), copy)));
        }
        return sent;
    }

    private static SentMessage send(LocalStage stage, SampleMessage sample, int copy) {
        return new SentMessage(sample, copy, stage.send(sample.queueId(), sample.body(), sample.attributes()));
    }

    /** An interruptible wait. */
    private interface Waiting {
        void await() throws InterruptedException;
    }

    /** The messages that wait for a function. */
    private static String waiting(LocalStage stage) {
        return stage.undelivered() + " messages left";
    }

    private static String clock(LocalStage stage) {
        return "at " + stage.clock().instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private static void awaiting(Progress progress, Step step, Waiting waiting) {
        progress.step(step, () -> {
            interruptibly(waiting);
            return step;
        });
    }

    private static void interruptibly(Waiting waiting) {
        try {
            waiting.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StageException("The local run was interrupted.");
        }
    }

    private void stayUp(LocalStage stage) throws InterruptedException {
        if (settings.keep()) {
            try (LocalPage page = LocalPage.open(stage, new ServiceParts(samples()::fill, StageInvariants.of(stage),
                    StageDays.of(StoredStage.of(stage)), StageEvents.of(stage)))) {
                KeptStage.of(stage, page.address()).publish(stage.directory().path());
                out.println("To control it by hand:");
                for (String path : List.of("invoke/<FunctionId>", "send/<QueueId>", "clock/advance?by=PT1H")) {
                    out.println("  curl -X POST --data @event.json '" + page.address() + "/" + path + "'");
                }
                out.println("The HTTP API, described in docs/api.md; requests need no signature here:");
                out.println(booking(stage.api(), LocalDate.now(SampleMessages.ZONE).plusDays(30)));
                out.println("To compare the calendars with the appointments: mvn -q -Pfsck");
                out.println("Running until Ctrl-C. To look inside, in a browser:");
                untilCtrlC(page);
            }
        }
    }

    private void untilCtrlC(LocalPage page) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown, "ctrl-c"));
        out.println("  " + page.address() + "/");
        if (settings.open() && !SystemBrowser.of(System.getProperty("os.name")).open(page.address())) {
            out.println("  (this system has no program that opens it)");
        }
        end.await();
    }

    /** A command that books for one of the sample patients, and one that asks for the outcome. */
    private static String booking(URI api, LocalDate date) {
        return """
                curl -i '%1$s/appointments' -H 'Content-Type: application/json' -H 'Idempotency-Key: by-hand-1' \\
                  -d '{"patientId":"patient-ana","appointmentDate":"%2$s","startTime":"07:00","endTime":"07:30"}'
                curl -i '%1$s/requests/by-hand-1'""".formatted(api, date).indent(2);
    }
}
