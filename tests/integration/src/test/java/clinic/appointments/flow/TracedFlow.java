package clinic.appointments.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.flow.Service.unique;
import static clinic.appointments.local.gateway.Service.DYNAMODB;

/** One thing that the service does, alone on its stage. */
enum TracedFlow {

    BOOKED_AND_CONFIRMED(_ -> {}, Story::book),
    REFUSED(Story::book, Story::bookTheSameTime),
    MALFORMED(_ -> {}, story -> story.send(QueueName.REQUEST, "Please book me in on Monday at nine.")),
    REPEATED(Story::book, Story::book),
    RESCHEDULED(Story::book, story -> story.change("RESCHEDULE")),
    CANCELLED(Story::book, story -> story.change("CANCEL")),
    REMINDED(Story::book, story -> story.stage.runAhead(Duration.ofDays(4))),
    QUERIED(Story::book, Story::ask),
    FAILED_AND_RETRIED(_ -> {}, Story::bookWithAFailure),
    RECONCILED(Story::bookAndLoseTheReminder, story -> story.send(QueueName.REMINDER, "{\"type\":\"RECONCILE\"}"));

    private final Steps before;
    private final Steps traced;

    TracedFlow(Steps before, Steps traced) {
        this.before = before;
        this.traced = traced;
    }

    /** Comes to the point at which the flow begins; nothing of an earlier flow is left to do. */
    Story prepare(LocalStage stage) throws InterruptedException {
        stage.runAhead(Duration.ofDays(5));
        Story story = new Story(stage, unique("traced"));
        story.service().register(story.name);
        stage.awaitIdle();
        before.of(story);
        stage.awaitIdle();
        return story;
    }

    void run(Story story) throws InterruptedException {
        traced.of(story);
        story.stage.awaitIdle();
    }

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** Steps of a story. */
    interface Steps {

        void of(Story story) throws InterruptedException;
    }

    /**
     * The story of one patient.
     *
     * @param name of the patient, of the room and of the appointment
     */
    record Story(LocalStage stage, String name) {

        Service service() {
            return new Service(stage);
        }

        void send(QueueName queue, String body) {
            stage.send(queue.id(), body, Map.of());
        }

        void book() throws InterruptedException {
            book(name);
            stage.awaitIdle();
        }

        void bookTheSameTime() {
            book(unique("refused"));
        }

        private void book(String request) {
            Service service = service();
            service.book(request, name, service.inDays(3), "10:00", "10:30", "room:" + name);
        }

        void change(String type) {
            Service service = service();
            ObjectNode body = Service.JSON.createObjectNode().put("type", type).put("appointmentId", name);
            if (type.equals("RESCHEDULE")) {
                body.put("appointmentDate", service.inDays(3).toString()).put("startTime", "11:00").put("endTime",
                        "11:30");
            }
            service.send(unique("change"), body);
        }

        void ask() throws InterruptedException {
            new Client(stage.api()).get("/appointments/" + name);
        }

        void bookWithAFailure() throws InterruptedException {
            stage.gateway().faults().before(
                    CallMatch.of(DYNAMODB, "TransactWriteItems").by(FunctionName.REQUEST.id()),
                    new FaultEffect.Refuse("ValidationException", "One or more parameter values are not valid"));
            book();
        }

        void bookAndLoseTheReminder() throws InterruptedException {
            book();
            service().forgetSchedules();
            Instant due = due();
            stage.runAhead(Duration.between(stage.clock().instant(), due).plus(Duration.ofMinutes(30)));
        }

        private Instant due() throws InterruptedException {
            for (JsonNode reminder : service().appointment(name).orElseThrow().path("reminders")) {
                if (reminder.path("state").asText().equals("SCHEDULED")) {
                    return Instant.parse(reminder.path("dueAt").asText());
                }
            }
            throw new AssertionError("no reminder is left");
        }
    }
}
