package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

import clinic.appointments.benchmark.FunctionWatch.Reading;
import clinic.appointments.local.function.FunctionStart;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;

/**
 * Computes how long and how many gigabyte-seconds an appointment takes with other sizes of memory: from the processor
 * time and the calls of warm functions here, as Lambda gives a function a share of a processor in proportion to its
 * memory, and waiting costs the same everywhere (Lambda: "Configure Lambda function memory").
 */
public final class MemorySizes {

    private static final int WARM = 60;
    private static final int MEASURED = 40;
    private static final List<Integer> MEGABYTES = List.of(256, 512, 1_024, 1_769);
    /** Lambda: "At 1,769 MB, a function has the equivalent of one vCPU". */
    private static final double ONE_PROCESSOR = 1_769;
    private static final double MILLIS_A_CALL = 8;
    private static final double MILLIS_A_SECOND = 1_000;
    private static final double MEGABYTES_A_GIGABYTE = 1_024;

    private final LocalStage stage;
    private final Bookings bookings;
    private final FunctionWatch watch;

    private MemorySizes(LocalStage stage, FunctionWatch watch) {
        this.stage = stage;
        this.bookings = new Bookings(stage);
        this.watch = watch;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FunctionWatch watch = new FunctionWatch(Files.createTempDirectory("memory-sizes"));
        try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("dev")
                .start(FunctionStart.onDemand().with(List.of(watch.option()))).build())) {
            new MemorySizes(stage, watch).print();
        }
        System.exit(0);
    }

    private void print() throws InterruptedException {
        live(WARM);
        Duration before = processor();
        double calls = (double) Spending.on(() -> live(MEASURED), stage).calls() / MEASURED;
        double processor = processor().minus(before).toNanos() / 1e6 / MEASURED;
        System.out.printf("an appointment: %.0f ms of a processor, %.1f calls of %.0f ms%n", processor, calls,
                MILLIS_A_CALL);
        System.out.printf("%12s%12s%12s%n", "MB", "ms", "GB-s");
        for (int megabytes : MEGABYTES) {
            double millis = processor * ONE_PROCESSOR / megabytes + calls * MILLIS_A_CALL;
            System.out.printf("%12d%12.0f%12.3f%n", megabytes, millis,
                    millis / MILLIS_A_SECOND * megabytes / MEGABYTES_A_GIGABYTE);
        }
        watch.peaks().forEach((function, peak) -> System.out.printf("%-36s%6d MB at most%n", function, peak));
    }

    /** Books, confirms and reminds so many times, one appointment after the other. */
    private void live(int appointments) throws InterruptedException {
        for (int number = 0; number < appointments; number++) {
            bookings.book(new Booking(bookings.register(), bookings.freeDay(), LocalTime.NOON, List.of()));
            bookings.passAll();
        }
    }

    private Duration processor() {
        Collection<Reading> processes = watch.read().values();
        return processes.stream().map(Reading::processor).reduce(Duration.ZERO, Duration::plus);
    }
}
