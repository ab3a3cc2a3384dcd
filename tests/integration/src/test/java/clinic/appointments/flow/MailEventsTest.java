package clinic.appointments.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static clinic.appointments.local.gateway.Service.DYNAMODB;
import static org.assertj.core.api.Assertions.assertThat;

/** What SES reports about an e-mail comes back to its patient, however often and however late it is reported. */
@ExtendWith(StageExtension.class)
class MailEventsTest {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration LATENESS = Duration.ofMinutes(20);

    private final LocalStage stage;
    private final Service service;
    private final String patient = Service.unique("patient");

    MailEventsTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void aBounceEndsTheMailsUntilTheNextRegistration() throws InterruptedException {
        register("bounce+" + patient + "@simulator.amazonses.com");
        String booked = book();

        assertThat(reminders(booked)).as("the notice was sent, and bounced").contains("SENT");
        assertThat(mark()).contains("ADDRESS_BOUNCED");
        runUntil(booked, A_DAY);
        assertThat(reminders(booked)).as("a day before").containsOnlyOnce("SKIPPED_UNDELIVERABLE ADDRESS_BOUNCED")
                .containsOnlyOnce("SENT");
        assertThat(mails()).hasSize(1);

        register(patient + "@example.org");
        stage.publish(SesEvent.bounce(mails().getFirst(), "Permanent", "General"));
        stage.awaitIdle();
        assertThat(mark()).as("the address of before").isEmpty();
        runUntil(booked, TWO_HOURS);
        assertThat(reminders(booked)).containsExactlyInAnyOrder("SENT", "SENT",
                "SKIPPED_UNDELIVERABLE ADDRESS_BOUNCED");
        assertThat(mails().getLast().to()).containsExactly(patient + "@example.org");
    }

    @Test
    void aComplaintEndsThemToo() throws InterruptedException {
        register("complaint+" + patient + "@simulator.amazonses.com");
        book();

        assertThat(mark()).contains("ADDRESS_COMPLAINED");
    }

    @Test
    void whatMayPassMarksNobody() throws InterruptedException {
        register(patient + "@example.org");
        book();
        Mail mail = mails().getFirst();
        Stream.of(SesEvent.bounce(mail, "Transient", "MailboxFull"), SesEvent.deliveryDelay(mail, "MailboxFull"),
                SesEvent.complaint(mail, "not-spam")).forEach(stage::publish);
        stage.awaitIdle();

        assertThat(mark()).isEmpty();
    }

    @Test
    void aRefusedContentIsListedAndDoesNotEndTheMails() throws InterruptedException {
        register(patient + "@example.org");
        String booked = book();
        stage.publish(SesEvent.reject(mails().getFirst()));
        stage.awaitIdle();

        assertThat(mark()).contains("CONTENT_REFUSED");
        runUntil(booked, A_DAY);
        assertThat(reminders(booked)).doesNotContain("SKIPPED_UNDELIVERABLE CONTENT_REFUSED").hasSize(3)
                .containsOnlyOnce("SCHEDULED");
    }

    @Test
    void whoIsErasedGetsNoMark() throws InterruptedException {
        register(patient + "@example.org");
        book();
        Mail before = mails().getFirst();
        service.send(Service.unique("erase"),
                Service.JSON.createObjectNode().put("type", "ERASE_PATIENT").put("patientId", patient));
        stage.awaitIdle();
        stage.publish(SesEvent.bounce(before, "Permanent", "General"));
        stage.awaitIdle();

        assertThat(mark()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void survivesACrashAroundItsOnlyWrite(Fault.Moment moment) throws InterruptedException {
        register(patient + "@example.org");
        book();
        CallMatch write = CallMatch.of(DYNAMODB, "UpdateItem").by(FunctionName.MAIL_EVENT.id());
        Fault crash = stage.gateway().faults().add(write, 1, moment,
                new FaultEffect.Run(() -> stage.killFunction(FunctionName.MAIL_EVENT.id())));
        stage.publish(SesEvent.bounce(mails().getFirst(), "Permanent", "General"));
        stage.awaitIdle();

        assertThat(crash.fired()).isTrue();
        assertThat(mark()).contains("ADDRESS_BOUNCED");
        assertThat(deadLetters(patient)).isEmpty();
    }

    @Test
    void whatIsNoEventIsParkedAndWhatIsUnknownIsDone() throws InterruptedException {
        stage.send(QueueName.MAIL_EVENT.id(), "{\"eventType\":\"Bounce\",\"for\":\"" + patient + "\"}", Map.of());
        stage.send(QueueName.MAIL_EVENT.id(), "{\"eventType\":\"Unheard\",\"of\":\"" + patient + "\"}", Map.of());
        stage.send(QueueName.MAIL_EVENT.id(), "Successfully validated SNS topic for Amazon SES event publishing.",
                Map.of());
        stage.awaitIdle();

        assertThat(deadLetters(patient)).containsExactly("bounce is missing");
        assertThat(deadLetters("Successfully")).isEmpty();
    }

    @Test
    void noLineNamesAnAddress() throws InterruptedException, IOException {
        register("bounce+" + patient + "@simulator.amazonses.com");
        String booked = book();

        String log = Files.readString(stage.logDirectory().resolve(FunctionName.MAIL_EVENT.id() + ".log"));
        assertThat(log).contains("\"reason\":\"PATIENT_MARKED\"", "\"mail_event\":\"BOUNCE_PERMANENT\"", booked)
                .doesNotContain("simulator.amazonses.com", "@example.org");
    }

    private void register(String address) throws InterruptedException {
        service.send(Service.unique("register"), Service.JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", patient).put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", address));
        stage.awaitIdle();
    }

    /** In three days, so that the reminder of the day before comes after two. */
    private String book() throws InterruptedException {
        String booked = service.book(Service.unique("book"), patient, service.inDays(3), "10:00", "10:30",
                "room:" + patient);
        stage.awaitIdle();
        return booked;
    }

    /** Runs the clock until the reminder so long before the start has been due, and as late as its schedule may be. */
    private void runUntil(String booked, Duration beforeStart) throws InterruptedException {
        Instant start = Instant.parse(service.appointment(booked).orElseThrow().path("startAt").asText());
        stage.runAhead(Duration.between(stage.clock().instant(), start.minus(beforeStart)).plus(LATENESS));
    }

    private List<String> reminders(String booked) throws InterruptedException {
        return service.appointment(booked).orElseThrow().path("reminders").valueStream()
                .map(reminder -> (reminder.path("state").asText() + " " + reminder.path("code").asText()).strip())
                .toList();
    }

    private Optional<String> mark() throws InterruptedException {
        JsonNode answer = service.query(Service.get("/undeliverable"));
        return Service.read(answer.path("body").asText()).path("patients").valueStream()
                .filter(found -> found.path("patientId").asText().equals(patient))
                .map(found -> found.at("/undeliverable/code").asText()).findFirst();
    }

    private List<Mail> mails() {
        return stage.mails().stream().filter(mail -> patient.equals(mail.tracking().tags().get("patient"))).toList();
    }

    private List<String> deadLetters(String text) {
        return stage.deadLetters(QueueName.MAIL_EVENT.deadLetterId()).stream()
                .filter(message -> message.body().contains(text))
                .map(message -> message.attributes().get("parkedReason")).toList();
    }
}
