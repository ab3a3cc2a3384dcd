package clinic.appointments.local.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import clinic.appointments.local.stage.Step;
import clinic.appointments.local.stage.StepListener;

/**
 * Writes a line for each step that has ended. While steps run, a terminal shows them in a last line that is written
 * over; a file gets a line for a step only after {@link #FIRST_REPORT}, and again each time that it has taken twice as
 * long.
 */
final class StepLines implements StepListener, AutoCloseable {

    static final Duration FIRST_REPORT = Duration.ofSeconds(5);

    private static final Duration REFRESH = Duration.ofMillis(200);
    private static final String ERASE = "\r\u001B[K";

    private final PrintStream out;
    private final Screen screen;
    private final LongSupplier nanos;
    private final ScheduledExecutorService refresher = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());
    private final Map<Step, Running> running = new LinkedHashMap<>();

    /** @param nextReport time after the begin at which a file gets the next line */
    private record Running(long begun, Duration nextReport) {
    }

    /** @param nanos the time, as {@link System#nanoTime()} gives it */
    StepLines(PrintStream out, Screen screen, LongSupplier nanos) {
        this.out = out;
        this.screen = screen;
        this.nanos = nanos;
    }

    /** Follows steps on the real clock until it is closed. */
    static StepLines begin(PrintStream out, Screen screen) {
        StepLines lines = new StepLines(out, screen, System::nanoTime);
        Future<?> _ = lines.refresher.scheduleAtFixedRate(lines::refresh, REFRESH.toMillis(), REFRESH.toMillis(),
                TimeUnit.MILLISECONDS);
        return lines;
    }

    @Override
    public synchronized void begun(Step step) {
        running.put(step, new Running(nanos.getAsLong(), FIRST_REPORT));
        refresh();
    }

    @Override
    public synchronized void ended(Step step, boolean failed) {
        Duration took = soFar(Objects.requireNonNull(running.remove(step)));
        erase();
        out.println(failed
                ? screen.paint(Screen.Color.RED, line(step.what(), took) + "  failed")
                : line(step.what(), took));
        refresh();
    }

    /** Shows how far the steps are. */
    synchronized void refresh() {
        if (screen.live()) {
            erase();
            out.print(screen.paint(Screen.Color.CYAN, cut(state())));
            out.flush();
        } else {
            running.replaceAll(this::report);
        }
    }

    private Running report(Step step, Running since) {
        Duration soFar = soFar(since);
        if (soFar.compareTo(since.nextReport()) < 0) {
            return since;
        }
        out.println(line("… " + named(step), soFar) + " so far");
        return new Running(since.begun(), since.nextReport().multipliedBy(2));
    }

    private String state() {
        List<String> states = new ArrayList<>();
        running.forEach((step, since) -> states.add("%s %.0f s".formatted(named(step), seconds(soFar(since)))));
        return states.isEmpty() ? "" : states.stream().collect(Collectors.joining(" · ", "  … ", ""));
    }

    private static String named(Step step) {
        String state = step.state();
        return state.isEmpty() ? step.what() : step.what() + ": " + state;
    }

    private String cut(String line) {
        return line.length() < screen.width() ? line : line.substring(0, screen.width() - 2) + "…";
    }

    private void erase() {
        if (screen.live()) {
            out.print(ERASE);
        }
    }

    private Duration soFar(Running since) {
        return Duration.ofNanos(nanos.getAsLong() - since.begun());
    }

    private static String line(String what, Duration took) {
        return "  %-46s %5.1f s".formatted(what, seconds(took));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public void close() {
        refresher.shutdownNow();
    }
}
