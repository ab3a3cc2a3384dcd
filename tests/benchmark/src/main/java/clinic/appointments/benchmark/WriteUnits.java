package clinic.appointments.benchmark;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.BootSettings;
import clinic.appointments.local.stage.LocalStage;

/**
 * Prints the DynamoDB write units of an appointment from its request over its confirmation to its first reminder, alone
 * and on a full day. Registering the patient is not counted. What the engine is known to leave out stands on a line of
 * its own, see {@link Claims}.
 */
public final class WriteUnits {

    private static final int DAY = 30;
    private static final int MINUTES_APART = 15;
    private static final LocalTime OPENING = LocalTime.of(10, 0);
    private static final List<String> ROOM = List.of("room:r1");

    private final Bookings bookings;
    private final Meter meter;
    private final Claims claims;

    private WriteUnits(LocalStage stage) {
        this.bookings = new Bookings(stage);
        this.meter = new Meter(stage);
        this.claims = new Claims(stage);
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (LocalStage stage = LocalStage.boot(settings())) {
            print(new WriteUnits(stage).measure());
        }
        System.exit(0);
    }

    /** Two reminders and no notice, as the figures of other services have it. */
    private static BootSettings settings() {
        return SchedulingStage.settings("dev").variable(EnvironmentKey.NOTICES.name(), "false").build();
    }

    private Map<String, Usage> measure() throws InterruptedException {
        Map<String, Usage> measured = new LinkedHashMap<>();
        measured.put("no resource", day(1, List.of()).getFirst());
        measured.put("1 resource", day(1, ROOM).getFirst());
        List<Usage> day = day(DAY, ROOM);
        measured.put("%dth of a day".formatted(DAY), day.getLast());
        measured.put("its mean", day.stream().reduce(Usage::plus).orElseThrow().dividedBy(DAY));
        return measured;
    }

    /** Books that many appointments, each of another patient, on a day of their own. */
    private List<Usage> day(int appointments, List<String> resources) throws InterruptedException {
        LocalDate date = bookings.freeDay();
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < appointments; i++) {
            Booking wanted = new Booking(bookings.register(), date, OPENING.plusMinutes((long) i * MINUTES_APART),
                    resources);
            usages.add(meter.during(() -> bookings.book(wanted)).plus(claims.unreported(wanted)));
        }
        for (int i = 0; i < appointments; i++) {
            usages.set(i, usages.get(i).plus(meter.during(bookings::remind)));
        }
        bookings.passAll();
        return usages;
    }

    private static void print(Map<String, Usage> measured) {
        line("DynamoDB write units of an appointment", measured.keySet().stream());
        measured.values().stream().flatMap(usage -> usage.units().keySet().stream()).distinct()
                .sorted(Comparator.comparing(Claims.USE::equals))
                .forEach(use -> line(use, measured.values().stream().map(usage -> number(usage.of(use)))));
        line("reported by DynamoDB Local", measured.values().stream()
                .map(usage -> number(usage.total() - usage.of(Claims.USE))));
        line("with every claim counted", measured.values().stream().map(usage -> number(usage.total())));
    }

    private static void line(String title, Stream<String> cells) {
        System.out.printf("%-56s%s%n", title, cells.map("%15s"::formatted).collect(Collectors.joining()));
    }

    private static String number(double units) {
        return "%.1f".formatted(units);
    }
}
