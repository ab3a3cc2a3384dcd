package clinic.appointments.flow;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.flow.Service.unique;

/**
 * Everything that happens to one patient from registration to erasure, with canaries in each personal field, one
 * message after another. No step expects anything of an earlier one, so that the story goes on whatever fails.
 */
final class PatientStory {

    private static final int OK = 200;

    private final LocalStage stage;
    private final Canaries canaries;
    private final Service service;
    private final Client client;
    private final String patient = unique("story");
    private final String email;
    private final List<String> refusals = new ArrayList<>();

    PatientStory(LocalStage stage, Canaries canaries) {
        this.stage = stage;
        this.canaries = canaries;
        service = new Service(stage);
        client = new Client(stage.api());
        email = canaries.of("email");
    }

    /** Returns what clients were answered instead of what they had asked for. */
    List<String> tell() throws InterruptedException {
        register();
        book("first", 3, "10:00", "room:" + patient);
        book("second", 3, "12:00", "room:" + patient);
        book("held", 2, "10:00", "theatre:" + patient);
        request("move", change("RESCHEDULE", "first").put("appointmentDate", service.inDays(3).toString())
                .put("startTime", "14:00").put("endTime", "14:15").put("notes", canaries.of("notes")));
        request("cancel", change("CANCEL", "second"));
        manage();
        ask();
        bounce();
        stage.runAhead(Duration.ofDays(4));
        reconcile();
        request("erase", body("ERASE_PATIENT").put("patientId", patient));
        return refusals;
    }

    private void register() throws InterruptedException {
        ObjectNode body = body("REGISTER_PATIENT").put("patientId", patient);
        Canaries.PERSONAL.stream().filter(field -> !field.equals("notes"))
                .forEach(field -> body.put(field, canaries.of(field)));
        request("register", body.put("email", email));
    }

    private void book(String name, int days, String start, String resource) throws InterruptedException {
        LocalDate date = service.inDays(days);
        ObjectNode body = body("BOOK").put("patientId", patient).put("appointmentDate", date.toString())
                .put("startTime", start).put("endTime", start.replace(":00", ":15"))
                .put("notes", canaries.of("notes"));
        body.putArray("resourceIds").add(resource);
        request(name, body);
    }

    private void manage() throws InterruptedException {
        String resource = "/resources/desk:" + patient;
        refused(client.request(unique("define"), "PUT", resource, "{\"capacity\":2}"));
        stage.awaitIdle();
        refused(client.request(unique("retire"), "DELETE", resource, ""));
        stage.awaitIdle();
    }

    private void ask() throws InterruptedException {
        for (String path : List.of("/patients/" + patient, "/patients/" + patient + "/appointments",
                "/appointments/" + id("first"), "/requests/" + id("first"), "/undeliverable", "/overdue?kind=HOLDS",
                "/overdue/summary", "/resources/desk:" + patient,
                "/resources/room:" + patient + "/appointments?date=" + service.inDays(3))) {
            refused(client.get(path));
        }
        refused(client.send("POST", "/patient-search", "{\"email\":\"" + email + "\"}", "Content-Type",
                "application/json"));
        askWithoutApi();
    }

    /** The text of an exception, which the API keeps to itself. */
    private void askWithoutApi() throws InterruptedException {
        ObjectNode question = Service.get("/patients/{patientId}");
        question.putObject("pathParameters").put("patientId", patient);
        refusals.add(switch (stage.invoke(FunctionName.QUERY.id(), question.toString())) {
            case Invocation.Responded _ -> "";
            case Invocation.Failed failed -> failed.toString();
            case Invocation.TimedOut late -> late.toString();
            case Invocation.Crashed crashed -> crashed.toString();
        });
    }

    private void refused(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            refusals.add(answer.headers().map() + "\n" + answer.body());
        }
    }

    private void bounce() throws InterruptedException {
        for (Mail mail : stage.mails().stream().filter(sent -> sent.to().contains(email)).limit(1).toList()) {
            stage.publish(SesEvent.bounce(mail, "Transient", "General"));
            stage.publish(SesEvent.deliveryDelay(mail, "MailboxFull"));
            stage.publish(SesEvent.complaint(mail, "abuse"));
        }
        stage.awaitIdle();
    }

    private void reconcile() throws InterruptedException {
        stage.send(QueueName.REMINDER.id(), "{\"type\":\"RECONCILE\"}", Map.of());
        stage.awaitIdle();
    }

    private void request(String name, ObjectNode body) throws InterruptedException {
        service.send(id(name), body);
        stage.awaitIdle();
    }

    private ObjectNode change(String type, String booking) {
        return body(type).put("appointmentId", id(booking));
    }

    private static ObjectNode body(String type) {
        return Service.JSON.createObjectNode().put("type", type);
    }

    private String id(String name) {
        return patient + "-" + name;
    }
}
