package clinic.appointments.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.Capacity;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Measures what the life of one appointment, and a journey of the smoke test, use in stage prod, and writes the page
 * about what they cost.
 */
public final class CostOfAnAppointment {

    private static final List<String> ROOM = List.of("room:r1");
    /** Of the smoke test; shorter than that of the reconciliation. */
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    /** The answer to a write whose condition is not met. */
    private static final int BAD_REQUEST = 400;
    private static final int LIVES = 20;

    private final LocalStage stage;
    private final Bookings bookings;

    private CostOfAnAppointment(LocalStage stage) {
        this.stage = stage;
        this.bookings = new Bookings(stage);
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("prod").build())) {
            CostOfAnAppointment cost = new CostOfAnAppointment(stage);
            cost.measure().plus(cost.measureJourney()).write();
        }
        Files.writeString(CostPage.FILE, CostPage.ofCommitted().text());
        System.out.println(Files.readString(CostPage.FILE));
        System.exit(0);
    }

    private Counters measure() throws InterruptedException {
        stage.awaitIdle();
        stage.gateway().calls().clear();
        long logged = logged();
        double unreported = live();
        Capacity used = stage.gateway().calls().capacityOfRoles();
        return new Counters(Map.of("write units", used.write() + unreported, "read units", used.read(), "sqs requests",
                calls("sqs:"), "invocations", calls("sqs:DeleteMessage") + 1, "schedules",
                calls("scheduler:CreateSchedule"), "mails", calls("ses:SendEmail"), "mail bytes", mailed(), "log bytes",
                (double) logged() - logged, "failed conditions", failedConditions(), "billed milliseconds", billed()));
    }

    private double failedConditions() {
        return stage.gateway().calls()
                .calls(call -> call.service() == Service.DYNAMODB && call.status() == BAD_REQUEST).size();
    }

    /** The shortest of several lives: the others shared the machine, or were the first. */
    private double billed() throws InterruptedException {
        double shortest = Double.MAX_VALUE;
        for (int life = 0; life < LIVES; life++) {
            int seen = stage.traces().size();
            live();
            shortest = Math.min(shortest,
                    stage.traces().stream().skip(seen).mapToDouble(CostOfAnAppointment::billed).sum());
        }
        return shortest;
    }

    /** Whole milliseconds of an invocation; a subsegment is part of one. */
    private static double billed(JsonNode segment) {
        return segment.path("origin").asText().equals("AWS::Lambda::Function")
                ? Math.ceil((segment.path("end_time").asDouble() - segment.path("start_time").asDouble()) * 1000)
                : 0;
    }

    /** The journey begins when its schedule is due; nothing else is. */
    private Counters measureJourney() throws InterruptedException {
        stage.fireRecurring();
        stage.runAhead(INTERVAL);
        stage.gateway().calls().clear();
        long logged = logged();
        stage.fireRecurring();
        Capacity used = stage.gateway().calls().capacityOfRoles();
        return new Counters(Map.of("journey write units", used.write(), "journey read units", used.read(),
                "journey sqs requests", calls("sqs:"), "journey api requests", calls("execute-api:"),
                "journey invocations", calls("sqs:DeleteMessage") + calls("execute-api:GET") + 1,
                "journey log bytes", (double) logged() - logged));
    }

    /** Gives back the write units that the engine does not report, see {@link Claims}. */
    private double live() throws InterruptedException {
        Booking wanted = new Booking(bookings.register(), bookings.freeDay(), LocalTime.of(9, 0), ROOM);
        String appointment = bookings.book(wanted);
        double unreported = new Claims(stage).unreported(wanted).total();
        bookings.passAll();
        query(appointment);
        return unreported;
    }

    private void query(String appointment) throws InterruptedException {
        ObjectNode event = AwsCalls.body().put("httpMethod", "GET").put("resource", "/appointments/{appointmentId}");
        event.putObject("pathParameters").put("appointmentId", appointment);
        if (!(stage.invoke(FunctionName.QUERY.id(), event.toString()) instanceof Invocation.Responded(var answer)
                && answer.contains("\"statusCode\":200"))) {
            throw new IllegalStateException("The appointment was not found.");
        }
    }

    private double calls(String prefix) {
        return stage.gateway().calls().countsByAction().entrySet().stream()
                .filter(action -> action.getKey().startsWith(prefix)).mapToLong(Map.Entry::getValue).sum();
    }

    private double mailed() {
        return stage.mails().stream().mapToLong(CostOfAnAppointment::bytes).sum();
    }

    private static long bytes(Mail mail) {
        return Stream.concat(Stream.of(mail.subject(), mail.text(), mail.html()),
                mail.attachments().stream().map(Mail.Attachment::content))
                .mapToLong(part -> part.getBytes(StandardCharsets.UTF_8).length).sum();
    }

    private long logged() {
        return Stream.of(FunctionName.values()).map(name -> stage.logDirectory().resolve(name.id() + ".log"))
                .mapToLong(CostOfAnAppointment::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
