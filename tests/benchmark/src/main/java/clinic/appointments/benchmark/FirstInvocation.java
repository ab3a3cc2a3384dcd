package clinic.appointments.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import clinic.appointments.benchmark.FunctionWatch.Effort;
import clinic.appointments.benchmark.FunctionWatch.Reading;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.function.FunctionStart;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Measures the first two invocations of each function through Lambda's own runtime client: over TLS with a snapshot,
 * before which a function is primed, the same without TLS, and over TLS on demand. Classes are exact; processor times
 * compare within one run only.
 */
public final class FirstInvocation implements AutoCloseable {

    private static final int DAYS_AHEAD = 5;

    private final TlsFront front;
    private final FunctionWatch watch;
    private final LocalStage stage;

    private FirstInvocation(TlsFront front, FunctionWatch watch, LocalStage stage) {
        this.front = front;
        this.watch = watch;
        this.stage = stage;
    }

    /** Boots the stage whose functions start in that way, and call it over TLS. */
    static FirstInvocation boot(FunctionStart start) throws IOException, GeneralSecurityException,
            InterruptedException {
        return boot(start, true);
    }

    private static FirstInvocation boot(FunctionStart start, boolean overTls)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path directory = Files.createTempDirectory("first-invocation");
        TlsFront front = TlsFront.start(directory);
        FunctionWatch watch = new FunctionWatch(directory);
        List<String> options = new ArrayList<>(List.of(front.trust()));
        options.add(watch.option());
        return new FirstInvocation(front, watch, LocalStage.boot(SchedulingStage.settings("dev")
                .start((overTls ? start.calling(front::before) : start).with(options)).build()));
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%-36s%12s%12s%12s%12s%12s%8s%n", "", "classes: 1st", "2nd", "in all", "CPU ms: 1st",
                "2nd", "ratio");
        print(FunctionStart.throughSnapshot(), true);
        print(FunctionStart.throughSnapshot(), false);
        print(FunctionStart.onDemand(), true);
        System.exit(0);
    }

    private static void print(FunctionStart start, boolean overTls) throws Exception {
        try (FirstInvocation measured = boot(start, overTls)) {
            print(start.initialization() + (overTls ? "" : ", without TLS"), measured.invocations());
        }
    }

    private static void print(String start, Map<String, List<Effort>> invocations) {
        System.out.println(start);
        invocations.forEach((function, efforts) -> System.out.printf("  %-34s%12d%12d%12d%12d%12d%8.1f%n", function,
                efforts.getFirst().classes().size(), efforts.getLast().classes().size(), efforts.getFirst().loaded(),
                efforts.getFirst().processor().toMillis(), efforts.getLast().processor().toMillis(),
                (double) efforts.getFirst().processor().toNanos() / efforts.getLast().processor().toNanos()));
    }

    LocalStage stage() {
        return stage;
    }

    /** The first two invocations of each function, by the simple name of its handler. */
    Map<String, List<Effort>> invocations() throws InterruptedException {
        Map<String, List<Effort>> invocations = new TreeMap<>();
        for (int round = 1; round <= 2; round++) {
            String patient = "patient-" + UUID.randomUUID().toString().substring(0, 8);
            measure(invocations, List.of("AppointmentRequestProcessor"), () -> register(patient));
            measure(invocations, List.of("AppointmentConfirmationProcessor", "AppointmentReminderProcessor"),
                    () -> book(patient));
            measure(invocations, List.of("AppointmentQueryProcessor"), () -> ask(patient));
            measure(invocations, List.of("MailEventProcessor"), this::bounce);
            measure(invocations, List.of("ManagementProcessor"), () -> define(patient));
        }
        return invocations;
    }

    /** Work during which each function is invoked once. */
    private interface Work {
        void run() throws InterruptedException;
    }

    private void measure(Map<String, List<Effort>> invocations, List<String> functions, Work work)
            throws InterruptedException {
        Map<String, Reading> before = watch.read();
        work.run();
        Map<String, Reading> after = watch.read();
        functions.forEach(function -> invocations.computeIfAbsent(function, _ -> new ArrayList<>())
                .add(after.get(function).since(before.get(function))));
    }

    private void register(String patient) throws InterruptedException {
        new Bookings(stage).send(Bookings.command("REGISTER_PATIENT", patient).put("firstName", "Chidi")
                .put("lastName", "Okafor")
                .put("email", patient + "@example.com").put("timeZone", "America/Bogota").put("locale", "it-IT"));
    }

    /** Confirms the booking as well, and notifies the patient. */
    private void book(String patient) throws InterruptedException {
        LocalDate date = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        ObjectNode booking = Bookings.command("BOOK", patient).put("appointmentDate", date.toString())
                .put("startTime", "11:20").put("endTime", "11:45").put("timeZone", "Europe/Athens");
        booking.putArray("resourceIds").add("nurse:" + patient).add("device:" + patient);
        int mails = stage.mails().size();
        new Bookings(stage).send(booking);
        if (stage.mails().size() == mails) {
            throw new IllegalStateException("The patient was not notified.");
        }
    }

    private void define(String patient) throws InterruptedException {
        ObjectNode command = Bookings.command("DEFINE_RESOURCE", patient).put("resourceId", "nurse:" + patient);
        command.putArray("hours").addObject().put("weekly", "TUESDAY:09:00-17:00/SATURDAY:10:00-14:00");
        stage.send(QueueName.MANAGEMENT.id(), command.toString(), Map.of());
        stage.awaitIdle();
    }

    private void ask(String patient) throws InterruptedException {
        ObjectNode event = AwsCalls.body().put("httpMethod", "GET")
                .put("resource", "/patients/{patientId}/appointments")
                .put("path", "/patients/" + patient + "/appointments");
        event.putObject("pathParameters").put("patientId", patient);
        stage.invoke("AppointmentQueryProcessor", event.toString());
    }

    private void bounce() throws InterruptedException {
        stage.publish(SesEvent.bounce(stage.mails().getLast(), "Permanent", "Suppressed"));
        stage.awaitIdle();
    }

    @Override
    public void close() throws IOException {
        stage.close();
        front.close();
    }
}
