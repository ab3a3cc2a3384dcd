package clinic.appointments.contract;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.message.IncomingMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What goes wrong with an appointment, each thing once: a defect, a refusing provider, a late request, a complaint. */
record Troubles(LocalStage stage, String run) {

    static void on(LocalStage stage) throws InterruptedException {
        Troubles troubles = new Troubles(stage, UUID.randomUUID().toString().substring(0, 8));
        troubles.failToRegister();
        troubles.bookLateWithoutMail();
        troubles.complain();
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
        send(JsonNodeFactory.instance.objectNode().put("type", "BOOK").put("requestId", "late-" + run)
                .put("patientId", "troubled-" + run).put("appointmentDate", date).put("startTime", "11:00")
                .put("endTime", "11:30").put("timeZone", "UTC"),
                Map.of(IncomingMessage.SENT_AT, String.valueOf(sent.toEpochMilli())));
        stage.awaitIdle();
    }

    private void complain() throws InterruptedException {
        stage.publish(SesEvent.complaint(stage.mails().getLast(), "abuse"));
        stage.awaitIdle();
    }

    private void send(ObjectNode body, Map<String, String> attributes) {
        stage.send(QueueName.REQUEST.id(), body.toString(), attributes);
    }
}
