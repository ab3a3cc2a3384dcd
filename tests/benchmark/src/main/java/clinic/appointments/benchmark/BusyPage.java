package clinic.appointments.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.local.page.LocalPage;
import clinic.appointments.local.page.ServiceParts;
import clinic.appointments.local.page.StoredStage;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.run.StageDays;
import clinic.appointments.local.run.StageEvents;
import clinic.appointments.local.run.StageInvariants;
import clinic.appointments.local.stage.LocalStage;

/**
 * Prints the times and sizes of the page's views beside a few and beside many appointments. Those beyond the first
 * thousand are copies of the stored item, so that they have no messages, e-mails, calls and log lines.
 */
public final class BusyPage {

    private static final List<Integer> STORED = List.of(100, 1_000, 10_000);
    private static final int MAX_BOOKED = 1_000;
    private static final int TOGETHER = 100;
    private static final int LOOKS = 9;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Bookings bookings;
    private final LiveAppointments copies;
    private int booked;
    private String patient = "";

    private BusyPage(LocalStage stage) throws InterruptedException {
        this.bookings = new Bookings(stage);
        this.copies = new LiveAppointments(stage);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("dev").build());
                LocalPage page = LocalPage.open(stage, new ServiceParts(text -> text, StageInvariants.of(stage),
                        StageDays.of(StoredStage.of(stage)), StageEvents.of(stage)))) {
            BusyPage busy = new BusyPage(stage);
            for (int count : STORED) {
                busy.fillUpTo(count);
                System.out.printf("%,d appointments%n", count);
                busy.look(page.address());
                busy.awaitChange(page.address());
            }
        }
        System.exit(0);
    }

    private void fillUpTo(int wanted) throws InterruptedException {
        while (booked < Math.min(wanted, MAX_BOOKED)) {
            List<String> patients = bookings.registerTogether(TOGETHER);
            bookings.bookTogether(patients, LocalTime.of(9, 0));
            patient = patients.getLast();
            booked += TOGETHER;
        }
        copies.fillUpTo(wanted - booked);
    }

    private void look(URI page) throws IOException, InterruptedException {
        for (Map.Entry<String, String> view : views().entrySet()) {
            URI address = page.resolve(view.getValue());
            long[] millis = new long[LOOKS];
            int bytes = 0;
            for (int look = 0; look < LOOKS; look++) {
                long start = System.nanoTime();
                bytes = get(address).length();
                millis[look] = (System.nanoTime() - start) / 1_000_000;
            }
            System.out.printf("  %-24s%,8d ms%,12d characters%n", view.getKey(), median(millis), bytes);
        }
    }

    private Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        Stream.of("", "stories", "queues", "inbox", "clock", "calls", "access", "trouble")
                .forEach(view -> views.put("/" + view, "/" + view));
        views.put("/stories?find=PATIENT", "/stories?find=" + patient);
        views.put("/day?of=patient:PATIENT", "/day?of=patient:" + patient + "&date=" + bookings.freeDay());
        return views;
    }

    private static long median(long[] values) {
        return IntStream.range(0, values.length).mapToLong(at -> values[at]).sorted().skip(values.length / 2)
                .findFirst().orElseThrow();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(HttpRequest.newBuilder(address).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** From the sending of a message to the word that something has changed. */
    private void awaitChange(URI page) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> changes = CLIENT.send(
                HttpRequest.newBuilder(page.resolve("/changes")).build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = changes.body()) {
            Iterator<String> told = lines.filter(line -> line.startsWith("retry") || line.startsWith("event"))
                    .iterator();
            told.next();
            long start = System.nanoTime();
            bookings.send(Bookings.command("REGISTER_PATIENT", UUID.randomUUID().toString()).put("firstName", "Ada")
                    .put("lastName", "Sample"));
            told.next();
            System.out.printf("  %-24s%,8d ms%n", "a change is told after", (System.nanoTime() - start) / 1_000_000);
        }
    }
}
