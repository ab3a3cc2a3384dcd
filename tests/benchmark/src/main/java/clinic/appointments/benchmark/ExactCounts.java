package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Measures the counts that are the same on every machine, and approves them: writes the budget and its page.
 */
public final class ExactCounts {

    private static final List<String> ROOM = List.of("room:r1");
    private static final int POOL = 5;
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final LocalStage stage;
    private final Bookings bookings;
    private final Map<String, Spending> counts;

    private ExactCounts(LocalStage stage, Map<String, Spending> counts) {
        this.stage = stage;
        this.bookings = new Bookings(stage);
        this.counts = counts;
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Map<String, Spending> measured = measure();
        Budget.read().differences(measured).forEach(System.out::println);
        Budget approved = Budget.read().with(measured);
        approved.write();
        Files.writeString(Budget.PAGE, approved.page());
        System.exit(0);
    }

    /** Name of each count, and its value. */
    static Map<String, Spending> measure() throws InterruptedException {
        Map<String, Spending> counts = new LinkedHashMap<>();
        try (LocalStage stage = boot(false)) {
            new ExactCounts(stage, counts).measureWithoutNotices();
        }
        try (LocalStage stage = boot(true)) {
            new ExactCounts(stage, counts).measureAsShipped();
        }
        return counts;
    }

    private static LocalStage boot(boolean notices) {
        return LocalStage.boot(SchedulingStage.settings("dev")
                .variable(EnvironmentKey.NOTICES.name(), String.valueOf(notices)).build());
    }

    private void measureWithoutNotices() throws InterruptedException {
        bookings.book(booking(List.of()));
        bookings.passAll();
        counts.put("registration of a patient", spent(bookings::register));
        counts.put("booking, confirmation, reminder, no resource", life(booking(List.of())));
        Booking taken = booking(ROOM);
        counts.put("booking, confirmation, reminder, one room", life(taken));
        counts.put("booking, confirmation, reminder, one room of a pool of five", lifeFromPool());
        measureRefusals(taken);
        measureSearches(taken);
        counts.put("booking of a visit type, confirmation, reminder, one room", lifeOfVisit());
        measureBlocks();
    }

    private void measureBlocks() throws InterruptedException {
        LocalDate from = bookings.freeDay();
        counts.put("block of three weeks", spent(() -> bookings.block("leave", "room:b", from, from.plusDays(20)))
                .plus(new Claims(stage).unreported(utcDays("room:b", from, from.plusDays(20)))));
        Booking displaced = booking(List.of("room:k"));
        String id = bookings.book(displaced);
        bookings.block("repair", "room:k", displaced.date(), displaced.date());
        counts.put("displaced appointment kept", spent(() -> bookings.keep(id, "room:k", "repair")));
        bookings.passAll();
    }

    /** Local dates begin on the UTC date before. */
    private static List<String> utcDays(String resource, LocalDate from, LocalDate to) {
        return from.minusDays(1).datesUntil(to.plusDays(1)).map(date -> "resource#" + resource + "#" + date).toList();
    }

    private void measureSearches(Booking taken) throws InterruptedException {
        counts.put("search over five resources and a patient on 14 days, first page",
                spent(() -> search(taken.patient(), taken.date())));
        counts.put("the same without a free time", spent(() -> search("nobody", taken.date())));
    }

    private void search(String patient, LocalDate from) throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("patientId", patient).put("duration", "PT30M")
                .put("from", from.toString()).put("to", from.plusDays(13).toString());
        body.putArray("resourceIds").add("room:r1").add("room:r2").add("practitioner:p1").add("practitioner:p2")
                .add("device:d1");
        stage.invoke(FunctionName.QUERY.id(), JsonNodeFactory.instance.objectNode().put("httpMethod", "POST")
                .put("resource", "/free-slots/search").put("body", body.toString()).toString());
    }

    private void measureRefusals(Booking taken) throws InterruptedException {
        ObjectNode refused = Bookings.booking(new Booking(bookings.register(), taken.date(), NINE, ROOM));
        counts.put("refused request", spent(() -> bookings.send(refused)));
        counts.put("repeated message", spent(() -> bookings.send(refused)));
        counts.put("message that cannot be read", spent(() -> {
            stage.send(QueueName.REQUEST.id(), "{", Map.of());
            stage.awaitIdle();
        }));
    }

    private void measureAsShipped() throws InterruptedException {
        bookings.book(booking(ROOM));
        bookings.passAll();
        Spending registered = spent(bookings::register);
        Booking wanted = booking(ROOM);
        counts.put("registration, booking of a room, notice, two reminders", registered.plus(booked(wanted))
                .plus(spent(bookings::passAll)));
    }

    private Spending life(Booking wanted) throws InterruptedException {
        Spending life = booked(wanted).plus(spent(bookings::remind));
        bookings.passAll();
        return life;
    }

    private Spending lifeFromPool() throws InterruptedException {
        bookings.definePool("five", IntStream.range(0, POOL).mapToObj(number -> "room:p" + number).toList());
        Booking wanted = booking(List.of("pool:five"));
        List<String> ids = new ArrayList<>();
        Spending booked = spent(() -> ids.add(bookings.book(wanted)));
        Booking claimed = wanted.with(bookings.resourcesOf(ids.getFirst()));
        Spending life = booked.plus(new Claims(stage).unreported(claimed)).plus(spent(bookings::remind));
        bookings.passAll();
        return life;
    }

    private Spending lifeOfVisit() throws InterruptedException {
        bookings.defineVisitType("checkup");
        Booking wanted = booking(ROOM);
        Spending life = spent(() -> bookings.bookVisit(wanted, "checkup"))
                .plus(new Claims(stage).unreported(wanted)).plus(spent(bookings::remind));
        bookings.passAll();
        return life;
    }

    private Spending booked(Booking wanted) throws InterruptedException {
        return spent(() -> bookings.book(wanted)).plus(new Claims(stage).unreported(wanted));
    }

    /** For a patient of its own, on a day of its own. */
    private Booking booking(List<String> resources) throws InterruptedException {
        return new Booking(bookings.register(), bookings.freeDay(), NINE, resources);
    }

    private Spending spent(Meter.Work work) throws InterruptedException {
        return Spending.on(work, stage);
    }
}
