package clinic.appointments.contract;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.message.IncomingMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What goes wrong with an appointment, each thing once: a defect, a refusing provider, a late request, a complaint. */
record Troubles(LocalStage stage, String run) {

    static Troubles on(LocalStage stage) throws InterruptedException {
        Troubles troubles = new Troubles(stage, UUID.randomUUID().toString().substring(0, 8));
        troubles.failToRegister();
        troubles.askInVain();
        troubles.leaveOutAPatient();
        troubles.bookLateWithoutMail();
        troubles.bookWhatIsRefused();
        troubles.putMailOff();
        troubles.sendANewerSchema();
        troubles.complain();
        return troubles;
    }

    /** From a later version, which has been rolled back: it fails until it is given up. */
    private void sendANewerSchema() throws InterruptedException {
        send(booking("newer-" + run, "2030-01-01", "11:00", "11:30").put("schema", 99), Map.of());
        stage.awaitIdle();
    }

    private void askInVain() throws InterruptedException {
        stage.gateway().faults().before(
                CallMatch.of(Service.DYNAMODB, "GetItem").by(FunctionName.QUERY.id()).on(PatientsTable.ID),
                new FaultEffect.Refuse("ValidationException", "One or more parameter values are not valid"));
        ask("GET", "/patients/{patientId}", "");
    }

    /** As if a later version had written the item. */
    private void leaveOutAPatient() throws InterruptedException {
        prefer("CARRIER_PIGEON");
        ask("POST", "/patient-search", "{\\\"email\\\":\\\"%s@example.org\\\"}".formatted(run));
        prefer("EMAIL");
    }

    private void prefer(String reminders) {
        ObjectNode update = JsonNodeFactory.instance.objectNode()
                .put("TableName", SampleFlow.table(stage, PatientsTable.ID))
                .put("UpdateExpression", "SET reminderPreference = :preference");
        update.putObject("Key").putObject(PatientsTable.KEY).put("S", "troubled-" + run);
        update.putObject("ExpressionAttributeValues").putObject(":preference").put("S", reminders);
        stage.dynamoDb("UpdateItem", update);
    }

    private void ask(String method, String resource, String body) throws InterruptedException {
        stage.invoke(FunctionName.QUERY.id(), """
                {"httpMethod": "%s", "resource": "%s", "pathParameters": {"patientId": "troubled-%s"}, "body": "%s"}"""
                .formatted(method, resource, run, body));
    }

    /** A time that another appointment has, and one that is too far away. */
    private void bookWhatIsRefused() throws InterruptedException {
        var date = stage.clock().instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
        send(booking("blocked-" + run, date, "11:10", "11:20"), Map.of());
        send(booking("far-" + run, "2999-01-01", "11:00", "11:30"), Map.of());
        stage.awaitIdle();
    }

    /** Refused until its message is given up; reconciliation sends another. */
    private void putMailOff() throws InterruptedException {
        for (int attempt = 1; attempt <= 4; attempt++) {
            stage.gateway().faults().add(CallMatch.of(Service.SES, "SendEmail"), attempt, Fault.Moment.BEFORE,
                    new FaultEffect.Refuse("TooManyRequestsException", "Maximum sending rate exceeded."));
        }
        var date = stage.clock().instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
        send(booking("refused-" + run, date, "14:00", "14:30"), Map.of());
        stage.awaitIdle();
        stage.runAhead(Duration.ofHours(2));
        stage.fireRecurring();
        stage.awaitIdle();
    }

    private ObjectNode booking(String request, String date, String start, String end) {
        return JsonNodeFactory.instance.objectNode().put("type", "BOOK").put("requestId", request)
                .put("patientId", "troubled-" + run).put("appointmentDate", date).put("startTime", start)
                .put("endTime", end).put("timeZone", "UTC");
    }

    private void failToRegister() throws InterruptedException {
        stage.gateway().faults().before(CallMatch.of(Service.DYNAMODB, "PutItem").on(PatientsTable.ID),
                new FaultEffect.Refuse("ValidationException", "One or more parameter values are not valid"));
        send(JsonNodeFactory.instance.objectNode().put("type", "REGISTER_PATIENT").put("requestId", "register-" + run)
                .put("patientId", "troubled-" + run).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", run + "@example.org"), Map.of());
        stage.awaitIdle();
    }

    private void bookLateWithoutMail() throws InterruptedException {
        stage.gateway().faults().before(CallMatch.of(Service.SES, "SendEmail"),
                new FaultEffect.Refuse("TooManyRequestsException", "Maximum sending rate exceeded."));
        var sent = stage.clock().instant().minus(Duration.ofMinutes(1));
        var date = stage.clock().instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
        send(booking("late-" + run, date, "11:00", "11:30"),
                Map.of(IncomingMessage.SENT_AT, String.valueOf(sent.toEpochMilli())));
        stage.awaitIdle();
    }

    private void complain() throws InterruptedException {
        stage.publish(SesEvent.deliveryDelay(stage.mails().getLast(), "MailboxFull"));
        stage.publish(SesEvent.complaint(stage.mails().getLast(), "abuse"));
        stage.awaitIdle();
    }

    private void send(ObjectNode body, Map<String, String> attributes) {
        stage.send(QueueName.REQUEST.id(), body.toString(), attributes);
    }
}
