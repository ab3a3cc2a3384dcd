package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static clinic.appointments.local.gateway.Service.DYNAMODB;
import static clinic.appointments.local.gateway.Service.SCHEDULER;
import static clinic.appointments.local.gateway.Service.SES;
import static clinic.appointments.local.gateway.Service.SQS;
import static org.assertj.core.api.Assertions.assertThat;

/** Every outside call refuses once, in AWS' own wording, which quotes: neither a trace nor a log repeats it. */
@ExtendWith(StageExtension.class)
class QuietRefusalsTest {

    private static final String CANARY = "maria.muster";

    private static final CallMatch REMINDER_MARK = CallMatch.of(DYNAMODB, "UpdateItem").on("AppointmentsTable");

    /** What is refused → as what, and in which words. */
    private static final Map<CallMatch, FaultEffect.Refuse> REFUSALS = Map.of(
            CallMatch.of(SES, "SendEmail"),
            new FaultEffect.Refuse("MessageRejected",
                    "Email address is not verified. The following identities failed the check "
                            + "in region EU-CENTRAL-1: " + CANARY + "@example.org"),
            CallMatch.of(DYNAMODB, "PutItem").on("PatientsTable"),
            new FaultEffect.Refuse("ValidationException", "One or more parameter values are not valid: " + CANARY),
            CallMatch.of(DYNAMODB, "TransactWriteItems"),
            new FaultEffect.Refuse("ValidationException", "Item size to update has exceeded the maximum: " + CANARY),
            REMINDER_MARK,
            new FaultEffect.Refuse("ValidationException", "The document path is invalid: " + CANARY),
            CallMatch.of(SQS, "SendMessageBatch").by(FunctionName.REQUEST.id()),
            new FaultEffect.Refuse("InvalidMessageContents", "Invalid binary character found in " + CANARY),
            CallMatch.of(SCHEDULER, "CreateSchedule"),
            new FaultEffect.Refuse("ValidationException", "Invalid Schedule Expression for " + CANARY),
            CallMatch.of(DYNAMODB, "GetItem").by(FunctionName.QUERY.id()),
            new FaultEffect.Refuse("ValidationException", "The provided key element does not match: " + CANARY));

    private final LocalStage stage;
    private final Service service;

    QuietRefusalsTest(LocalStage stage) {
        this.stage = stage;
        this.service = new Service(stage);
    }

    @Test
    void areNamedByTheirTypesOnly() throws InterruptedException {
        List<Fault> faults = REFUSALS.entrySet().stream()
                .map(refusal -> stage.gateway().faults().add(refusal.getKey(), occurrence(refusal.getKey()),
                        Fault.Moment.BEFORE, refusal.getValue()))
                .toList();
        String patient = Service.unique("patient");
        service.register(patient);
        stage.awaitIdle();
        String booked = service.book(Service.unique("book"), patient, service.inDays(5), "10:00", "10:30",
                "room:" + patient);
        assertThat(stage.invoke(FunctionName.QUERY.id(), question(booked))).isInstanceOfSatisfying(
                Invocation.Failed.class,
                failed -> assertThat(failed.toString()).doesNotContain(CANARY));
        stage.awaitIdle();

        assertThat(faults).allMatch(Fault::fired);
        assertThat(service.outcome(booked)).contains("ACCEPTED");
        assertThat(stage.traces().toString())
                .contains("MessageRejected", "InvalidMessageContents", "ValidationException")
                .doesNotContain(CANARY);
        assertThat(logs()).contains("MAIL_NOT_TAKEN", "MessageRejectedException").doesNotContain(CANARY);
    }

    /** The first lease of a reminder, its postponement because SES refused, and the second lease work. */
    private static int occurrence(CallMatch match) {
        return match.equals(REMINDER_MARK) ? 4 : 1;
    }

    private static String question(String appointment) {
        var event = Service.get("/appointments/{appointmentId}");
        event.putObject("pathParameters").put("appointmentId", appointment);
        return event.toString();
    }

    private String logs() {
        try (Stream<Path> files = Files.list(stage.logDirectory())) {
            return String.join("\n", files.filter(Files::isRegularFile).map(QuietRefusalsTest::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
