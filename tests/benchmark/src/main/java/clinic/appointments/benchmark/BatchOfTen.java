package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import clinic.appointments.local.call.AwsCalls;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Prints how long the request function takes for a batch of ten bookings when each of its calls to AWS takes the same
 * time: ten that have nothing in common, and, beside them in the same process, ten for one room, which it works on one
 * after another. Milliseconds depend on the machine; their ratio depends on it less.
 */
public final class BatchOfTen {

    private static final int MESSAGES = 10;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 21;
    private static final List<Integer> MILLIS_A_CALL = List.of(0, 5, 8);
    /** What the function has logged. */
    private static final Path LOG = Path.of("tests/benchmark/target/request-function.log").toAbsolutePath();
    private static final String NO_FAILURE = "{\"batchItemFailures\":[]}";

    private final RequestFunction function;
    private final SlowAws aws;

    private BatchOfTen(RequestFunction function, SlowAws aws) {
        this.function = function;
        this.aws = aws;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf("%-10s%22s%22s%8s%15s%22s%14s%n", "a call", "nothing in common", "one room", "ratio",
                "calls a batch", "logged a message", "connections");
        for (int millis : MILLIS_A_CALL) {
            Files.deleteIfExists(LOG);
            try (SlowAws aws = SlowAws.start(Duration.ofMillis(millis));
                    RequestFunction function = RequestFunction.start(aws.address(), LOG)) {
                System.out.printf("%-10s%s%n", millis + " ms", new BatchOfTen(function, aws).measure());
            }
        }
    }

    private String measure() throws InterruptedException, IOException {
        for (int round = 0; round < WARM_UP; round++) {
            take(BatchOfTen::roomOfItsOwn);
        }
        int calls = aws.calls();
        long logged = Files.size(LOG);
        take(BatchOfTen::roomOfItsOwn);
        calls = aws.calls() - calls;
        logged = Files.size(LOG) - logged;
        double together = median(BatchOfTen::roomOfItsOwn);
        double apart = median(_ -> "room:one");
        return "%19.0f ms%19.0f ms%8.1f%15d%20d B%14d".formatted(together, apart, apart / together, calls,
                logged / MESSAGES, aws.connections());
    }

    private static String roomOfItsOwn(int message) {
        return "room:" + message;
    }

    private double median(IntFunction<String> rooms) throws InterruptedException {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[round] = take(rooms);
        }
        return IntStream.range(0, ROUNDS).mapToDouble(round -> millis[round]).sorted().skip(ROUNDS / 2).findFirst()
                .orElseThrow();
    }

    private double take(IntFunction<String> rooms) throws InterruptedException {
        String event = event(rooms);
        long start = System.nanoTime();
        String response = function.invoke(event);
        double millis = (System.nanoTime() - start) / 1e6;
        if (!response.equals(NO_FAILURE)) {
            throw new IllegalStateException("The batch was not taken: " + response);
        }
        return millis;
    }

    private static String event(IntFunction<String> rooms) {
        ObjectNode event = AwsCalls.body();
        ArrayNode records = event.putArray("Records");
        for (int message = 0; message < MESSAGES; message++) {
            ObjectNode taken = records.addObject().put("messageId", UUID.randomUUID().toString())
                    .put("receiptHandle", "handle").put("body", booking(rooms.apply(message)))
                    .put("eventSource", "aws:sqs").put("awsRegion", "eu-central-1");
            taken.putObject("attributes").put("ApproximateReceiveCount", "1").put("SentTimestamp",
                    Long.toString(System.currentTimeMillis()));
            taken.putObject("messageAttributes");
        }
        return event.toString();
    }

    private static String booking(String room) {
        ObjectNode booking = AwsCalls.body().put("type", "BOOK").put("requestId", UUID.randomUUID().toString())
                .put("patientId", UUID.randomUUID().toString())
                .put("appointmentDate", LocalDate.now(ZoneOffset.UTC).plusDays(4).toString())
                .put("startTime", "10:00").put("endTime", "10:15");
        booking.putArray("resourceIds").add(room);
        return booking.toString();
    }
}
