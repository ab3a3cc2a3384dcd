package clinic.appointments.flow;

import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.local.gateway.Service.SES;
import static org.assertj.core.api.Assertions.assertThat;

/** A letter that SES refuses for good ends, is seen at appointment and patient, and leaves no dead letter. */
@ExtendWith(StageExtension.class)
class UndeliverableTest {

    private final LocalStage stage;
    private final Service service;

    UndeliverableTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void isSeenAtThePatientUntilTheNextRegistration() throws InterruptedException {
        String patient = Service.unique("patient");
        service.register(patient);
        stage.awaitIdle();
        stage.gateway().faults().before(CallMatch.of(SES, "SendEmail").by(FunctionName.REMINDER.id()),
                new FaultEffect.Refuse("BadRequestException", "Domain contains illegal character"));
        String booked = service.book(Service.unique("book"), patient, service.inDays(6), "11:00", "11:30",
                "room:" + patient);
        stage.awaitIdle();

        assertThat(service.appointment(booked).orElseThrow().path("reminders").valueStream()
                .map(reminder -> reminder.path("state").asText() + " " + reminder.path("code").asText()))
                .contains("SKIPPED_UNDELIVERABLE ADDRESS_REFUSED");
        assertThat(unreached()).anySatisfy(found -> {
            assertThat(found.path("patientId").asText()).isEqualTo(patient);
            assertThat(found.at("/undeliverable/code").asText()).isEqualTo("ADDRESS_REFUSED");
        });
        assertThat(stage.mails().stream().filter(mail -> mail.to().contains(patient + "@example.org"))).isEmpty();

        service.register(patient);
        stage.awaitIdle();
        assertThat(unreached().map(found -> found.path("patientId").asText())).doesNotContain(patient);
    }

    private Stream<JsonNode> unreached() throws InterruptedException {
        JsonNode answer = service.query(Service.get("/undeliverable"));
        return Service.read(answer.path("body").asText()).path("patients").valueStream();
    }
}
