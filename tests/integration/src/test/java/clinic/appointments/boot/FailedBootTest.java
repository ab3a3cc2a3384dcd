package clinic.appointments.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.contract.FunctionName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.BootSettings;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What cannot be booted says why in one sentence, and leaves nothing running. */
@ExtendWith(StageExtension.class)
class FailedBootTest {

    @TempDir
    Path directory;

    private ChangedAssembly assembly;
    private String requestFunction;

    @BeforeEach
    void copy(LocalStage stage) {
        assembly = ChangedAssembly.copyOf(stage, directory);
        requestFunction = stage.deployment().functions().stream()
                .filter(function -> function.id().equals(FunctionName.REQUEST.id())).findFirst().orElseThrow().name();
    }

    @Test
    void namesTheVariableThatAFunctionMisses() {
        String variable = EnvironmentKey.CONFIRMATION_QUEUE_URL.name();
        assembly.resource(requestFunction, function -> ((ObjectNode) function.at("/Properties/Environment/Variables"))
                .remove(variable));
        assertThat(problemOf(assembly.settings())).matches(
                "AppointmentRequestProcessor could not start: Environment: CONFIRMATION_QUEUE_URL is missing "
                        + "\\(log: \\S+AppointmentRequestProcessor\\.log\\)");
    }

    @Test
    void namesThePropertyThatNothingHereBoots() {
        assembly.resource("ReminderSchedules",
                group -> ((ObjectNode) group.path("Properties")).put("Colour", "green"));
        assertThat(problemOf(assembly.settings()))
                .isEqualTo("Stack dev-AppointmentService, resource ReminderSchedules: "
                        + "the property Colour is not supported by the local run.");
    }

    @Test
    void namesTheResourceThatUsesAnUnknownIntrinsic() {
        assembly.resource(requestFunction, function -> ((ObjectNode) function.path("Properties"))
                .putObject("Description").putArray("Fn::Select").add(0).add("either"));
        assertThat(problemOf(assembly.settings())).isEqualTo("Stack dev-AppointmentService, resource " + requestFunction
                + ": the function Fn::Select is not supported by the local run.");
    }

    @Test
    void namesTheFolderOfCodeThatIsNotThere() {
        Path gone = directory.resolve("gone");
        assembly.moveCode(gone);
        assertThat(problemOf(assembly.settings()))
                .isEqualTo("AppointmentRequestProcessor has no code: there is no folder " + gone + ".");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(problemOf(assembly.settings().port(taken.getLocalPort()))).isEqualTo(
                    "-Dport=%1$d: port %1$d, for the gateway, is in use: stop the other program or choose another port."
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesTheStagesThereAre() {
        assertThat(problemOf(SchedulingStage.settings("nowhere"))).matches("Stage nowhere could not be synthesized: "
                + "There is no stage \"nowhere\": known stages are dev, staging, prod\\. \\(log: \\S+nowhere\\.log\\)");
    }

    @Test
    void namesTheStageThatAnAssemblyDoesNotHold() {
        assertThat(problemOf(SchedulingStage.settings("nowhere").assembly(directory)))
                .isEqualTo("The cloud assembly " + directory + " holds no stage nowhere.");
    }

    private static String problemOf(BootSettings.Builder settings) {
        Set<ProcessHandle> before = Children.alive();
        RuntimeException problem = catchThrowableOfType(RuntimeException.class,
                () -> LocalStage.boot(settings.build()).close());
        assertThat(Children.alive()).isSubsetOf(before);
        return problem.getMessage();
    }
}
