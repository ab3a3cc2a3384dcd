package clinic.appointments.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.local.gateway.Service.DYNAMODB;

/** What the questions of the guide to investigation are about. Ids are fixed: the stage must have no other data. */
record SupportCases(LocalStage stage) {

    private static final String ROOM = "room:1";

    void happen() throws InterruptedException {
        register("patient-ana", "EMAIL");
        register("patient-bao", "EMAIL");
        register("patient-ines", "NONE");
        book("book-ana", "patient-ana", "10:00", ROOM);
        book("book-bao", "patient-bao", "10:00", ROOM);
        book("book-ines", "patient-ines", "12:00", ROOM);
        move();
        fail();
        stage.send(QueueName.REQUEST.id(), "Please book me in on Monday at nine.", Map.of("requestId", "by-hand"));
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(4));
        loseReminders();
    }

    private void register(String patient, String preference) throws InterruptedException {
        send("register-" + patient, Service.JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", patient).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", patient + "@example.org").put("reminderPreference", preference));
    }

    private void book(String request, String patient, String start, String resource) throws InterruptedException {
        service().book(request, patient, service().inDays(3), start, start.replace(":00", ":30"), resource);
        stage.awaitIdle();
    }

    private void move() throws InterruptedException {
        send("move-ana", Service.JSON.createObjectNode().put("type", "RESCHEDULE").put("appointmentId", "book-ana")
                .put("appointmentDate", service().inDays(3).toString()).put("startTime", "11:00")
                .put("endTime", "11:30").put("actor", "staff-7"));
    }

    private void fail() throws InterruptedException {
        for (int receive = 1; receive <= QueueName.MAX_RECEIVES; receive++) {
            stage.gateway().faults().add(
                    CallMatch.of(DYNAMODB, "TransactWriteItems").by(FunctionName.REQUEST.id()), receive,
                    Fault.Moment.BEFORE, new FaultEffect.Refuse("ValidationException",
                            "One or more parameter values are not valid"));
        }
        book("book-again", "patient-bao", "14:00", ROOM);
    }

    /** Reminders whose schedules somebody has deleted, before reconciliation finds them. */
    private void loseReminders() throws InterruptedException {
        book("book-late", "patient-ana", "10:00", ROOM);
        service().forgetSchedules();
        Instant start = Instant.parse(service().appointment("book-late").orElseThrow().path("startAt").asText());
        stage.runAhead(Duration.between(stage.clock().instant(), start.minus(Duration.ofHours(1))));
    }

    private void send(String request, ObjectNode body) throws InterruptedException {
        service().send(request, body);
        stage.awaitIdle();
    }

    private Service service() {
        return new Service(stage);
    }
}
