package clinic.appointments.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.engine.QueueCounts;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.QueuedMessage;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Role;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A grant that is missing in the template is missing here: the call is refused and named, and no message is lost. */
@ExtendWith(StageExtension.class)
class DeniedCallTest {

    private static final String REQUESTS = QueueName.REQUEST.id();
    private static final String UNREADABLE = "Please book me in on Monday at nine.";

    @TempDir
    Path directory;

    private ChangedAssembly assembly;
    private String role;

    @BeforeEach
    void copy(LocalStage stage) {
        assembly = ChangedAssembly.copyOf(stage, directory);
        role = stage.deployment().roles().stream().map(Role::id)
                .filter(id -> id.startsWith("AppointmentRequestProcessorRole")).findFirst().orElseThrow();
    }

    @Test
    void keepsWhatCannotBeSavedAndWhatCannotBeParked() throws InterruptedException {
        assembly.withoutGrant(new RemovedGrant(role, "dynamodb:PutItem", "AppointmentsTable"));
        assembly.withoutGrant(new RemovedGrant(role, "sqs:SendMessage", "AppointmentRequestDLQ"));
        Set<ProcessHandle> before = Children.alive();
        try (LocalStage stage = LocalStage.boot(assembly.settings().build())) {
            assertThat(Children.alive()).hasSizeGreaterThan(before.size());
            String booking = book(stage);
            stage.send(REQUESTS, UNREADABLE, Map.of("requestId", "unreadable"));
            stage.awaitIdle();
            assertThat(stage.gateway().calls().denials()).containsOnly(
                    new AccessDecision.Denied(role, "dynamodb:PutItem", table(stage.deployment())),
                    new AccessDecision.Denied(role, "sqs:SendMessage",
                            queue(stage.deployment(), "AppointmentRequestDLQ")));
            assertThat(stage.deadLetters(QueueName.REQUEST.deadLetterId())).extracting(QueuedMessage::body)
                    .containsExactlyInAnyOrder(booking, UNREADABLE);
            assertThat(stage.counts(REQUESTS)).isEqualTo(new QueueCounts(0, 0));
        }
        assertThat(Children.alive()).isSubsetOf(before);
    }

    @Test
    void keepsWhatIsSavedAndCannotBeHandedOn() throws InterruptedException {
        assembly.withoutGrant(new RemovedGrant(role, "sqs:SendMessage", "AppointmentConfirmationQueue"));
        try (LocalStage stage = LocalStage.boot(assembly.settings().build())) {
            String booking = book(stage);
            stage.awaitIdle();
            assertThat(stage.gateway().calls().denials())
                    .containsOnly(new AccessDecision.Denied(role, "sqs:SendMessage",
                            queue(stage.deployment(), QueueName.CONFIRMATION.id())));
            assertThat(stage.deadLetters(QueueName.REQUEST.deadLetterId())).extracting(QueuedMessage::body)
                    .containsExactly(booking);
        }
    }

    /** Registers a patient, then books. */
    private static String book(LocalStage stage) throws InterruptedException {
        stage.send(REQUESTS, JsonNodeFactory.instance.objectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", "patient").put("firstName", "Testname").put("lastName", "Testfamily")
                .put("email", "patient@example.org").toString(), Map.of());
        stage.awaitIdle();
        String booking = JsonNodeFactory.instance.objectNode().put("patientId", "patient")
                .put("appointmentDate", stage.clock().instant().plus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC)
                        .toLocalDate().toString())
                .put("startTime", "09:00").put("endTime", "09:30").toString();
        stage.send(REQUESTS, booking, Map.of("requestId", "booking"));
        return booking;
    }

    private static String table(Deployment deployment) {
        return deployment.table("AppointmentsTable").arn();
    }

    private static String queue(Deployment deployment, String id) {
        return deployment.queues().stream().filter(queue -> queue.id().equals(id)).findFirst().orElseThrow().arn();
    }
}
