package clinic.appointments.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;

/**
 * Prints what a booking uses while the queues are busy: ten bookings arrive together, again and again. The sends of
 * clients count as well, one for each booking.
 */
public final class BusyQueues {

    private static final int ROUNDS = 10;
    private static final int TOGETHER = 10;
    private static final double BOOKED = ROUNDS * TOGETHER;

    private final LocalStage stage;
    private final Bookings bookings;

    private BusyQueues(LocalStage stage) {
        this.stage = stage;
        this.bookings = new Bookings(stage);
    }

    public static void main(String[] arguments) throws InterruptedException {
        for (boolean notices : List.of(false, true)) {
            try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("dev")
                    .variable(EnvironmentKey.NOTICES.name(), String.valueOf(notices)).build())) {
                System.out.println("A booking and its confirmation, " + (notices ? "with a notice" : "without notice"));
                new BusyQueues(stage).measure();
            }
        }
        System.exit(0);
    }

    private void measure() throws InterruptedException {
        List<List<String>> patients = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            patients.add(bookings.registerTogether(TOGETHER));
        }
        bookings.bookTogether(patients.removeLast(), LocalTime.of(9, 0));
        stage.gateway().calls().clear();
        long logged = logged();
        for (List<String> together : patients) {
            bookings.bookTogether(together, LocalTime.of(10, 0));
        }
        print("SQS requests", 1 + calls("sqs:", "") / BOOKED);
        print("invocations for requests", calls("sqs:DeleteMessageBatch", FunctionName.REQUEST.id()) / BOOKED);
        print("invocations for confirmations",
                calls("sqs:DeleteMessageBatch", FunctionName.CONFIRMATION.id()) / BOOKED);
        print("bytes logged, all functions", (logged() - logged) / BOOKED);
    }

    /** Calls of the roles: the operator stands in for clients. */
    private long calls(String action, String caller) {
        return stage.gateway().calls().calls(call -> call.fullAction().startsWith(action)
                && call.caller().startsWith(caller) && !isOfAClient(call)).size();
    }

    private static boolean isOfAClient(RecordedCall call) {
        return call.caller().equals("operator");
    }

    private long logged() {
        return Stream.of(FunctionName.values()).map(name -> stage.logDirectory().resolve(name.id() + ".log"))
                .filter(Files::exists).mapToLong(BusyQueues::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String title, double value) {
        System.out.printf("  %-40s%10.2f%n", title, value);
    }
}
