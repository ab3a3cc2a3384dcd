package clinic.appointments.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The service's clients, and time passing for them. */
record Bookings(LocalStage stage) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Messages of one call (SQS API Reference: "SendMessageBatch"). */
    private static final int CALL = 10;
    private static final Duration LENGTH = Duration.ofMinutes(15);

    /** Far enough away for every reminder to be still to come. */
    LocalDate freeDay() {
        return LocalDate.ofInstant(stage.clock().instant(), ZONE).plusDays(4);
    }

    String register() throws InterruptedException {
        String patient = UUID.randomUUID().toString();
        send(registration(patient));
        return patient;
    }

    /** Registers that many patients, ten with one call. */
    List<String> registerTogether(int number) throws InterruptedException {
        List<String> patients = Stream.generate(() -> UUID.randomUUID().toString()).limit(number).toList();
        sendTogether(patients.stream().map(Bookings::registration).toList());
        return patients;
    }

    /** Books for each patient, ten with one call; each has a room to themselves. */
    void bookTogether(List<String> patients, LocalTime start) throws InterruptedException {
        LocalDate day = freeDay();
        sendTogether(patients.stream()
                .map(patient -> booking(new Booking(patient, day, start, List.of("room:" + patient)))).toList());
    }

    /** Returns the id of the appointment. */
    String book(Booking wanted) throws InterruptedException {
        return book(booking(wanted));
    }

    /** Returns the id of the appointment, whose end follows from its type. */
    String bookVisit(Booking wanted, String type) throws InterruptedException {
        ObjectNode booking = booking(wanted).put("visitType", type);
        booking.remove("endTime");
        return book(booking);
    }

    private String book(ObjectNode booking) throws InterruptedException {
        int reminders = stage.schedules().size();
        send(booking);
        require(stage.schedules().size() > reminders, "The appointment was not confirmed.");
        return booking.path("requestId").asText();
    }

    void definePool(String id, List<String> members) throws InterruptedException {
        ObjectNode definition = AwsCalls.body().put("type", "DEFINE_POOL")
                .put("requestId", UUID.randomUUID().toString()).put("poolId", id);
        members.forEach(definition.putArray("resourceIds")::add);
        manage(definition);
    }

    void defineVisitType(String id) throws InterruptedException {
        manage(AwsCalls.body().put("type", "DEFINE_VISIT_TYPE").put("requestId", UUID.randomUUID().toString())
                .put("visitTypeId", id).put("duration", LENGTH.toString()));
    }

    /** Blocks a resource on whole dates. */
    void block(String id, String resource, LocalDate from, LocalDate to) throws InterruptedException {
        manage(AwsCalls.body().put("type", "BLOCK").put("requestId", UUID.randomUUID().toString()).put("blockId", id)
                .put("resourceId", resource).put("from", from.toString()).put("to", to.toString()));
    }

    /** Keeps an appointment in spite of a block. */
    void keep(String appointment, String resource, String block) throws InterruptedException {
        manage(AwsCalls.body().put("type", "KEEP").put("requestId", UUID.randomUUID().toString())
                .put("appointmentId", appointment).put("resourceId", resource).put("blockId", block));
    }

    private void manage(ObjectNode command) throws InterruptedException {
        stage.send(QueueName.MANAGEMENT.id(), command.toString(), Map.of());
        stage.awaitIdle();
    }

    /** The resources that the appointment has got. */
    List<String> resourcesOf(String appointment) {
        ObjectNode get = AwsCalls.body().put("TableName", stage.deployment().table(AppointmentsTable.ID).name());
        get.putObject("Key").putObject(AppointmentsTable.KEY).put("S", appointment);
        return stage.dynamoDb("GetItem", get).at("/Item/resourceIds/L").findValuesAsText("S");
    }

    /** Runs the clock to just after the next reminder. */
    void remind() throws InterruptedException {
        int mails = stage.mails().size();
        Schedule next = stage.schedules().getFirst();
        stage.runAhead(Duration.between(stage.clock().instant(), next.dueAt()).plusMillis(1));
        require(stage.mails().size() == mails + 1, "The reminder was not sent.");
    }

    /** Lets every reminder pass that is still to come. */
    void passAll() throws InterruptedException {
        while (!stage.schedules().isEmpty()) {
            remind();
        }
    }

    private static ObjectNode registration(String patient) {
        return command("REGISTER_PATIENT", patient).put("firstName", "Ada").put("lastName", "Sample").put("email",
                "ada@example.org");
    }

    static ObjectNode booking(Booking wanted) {
        ObjectNode booking = command("BOOK", wanted.patient()).put("appointmentDate", wanted.date().toString())
                .put("startTime", wanted.start().toString()).put("endTime", wanted.start().plus(LENGTH).toString());
        wanted.resources().forEach(booking.putArray("resourceIds")::add);
        return booking;
    }

    private void sendTogether(List<ObjectNode> commands) throws InterruptedException {
        List<String> bodies = commands.stream().map(ObjectNode::toString).toList();
        for (int from = 0; from < bodies.size(); from += CALL) {
            stage.send(QueueName.REQUEST.id(), bodies.subList(from, Math.min(from + CALL, bodies.size())));
        }
        stage.awaitIdle();
    }

    static ObjectNode command(String type, String patient) {
        return AwsCalls.body().put("type", type).put("requestId", UUID.randomUUID().toString()).put("patientId",
                patient);
    }

    void send(ObjectNode command) throws InterruptedException {
        stage.send(QueueName.REQUEST.id(), command.toString(), Map.of());
        stage.awaitIdle();
    }

    private static void require(boolean done, String otherwise) {
        if (!done) {
            throw new IllegalStateException(otherwise);
        }
    }
}
