package clinic.appointments.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.flow.StageExtension;
import clinic.appointments.flow.StageExtension.Named;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Deployment;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.lambda.powertools.common.internal.LambdaHandlerProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/** What the template says of the functions and what their code is agree. */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class FunctionContractTest {

    private static final Set<String> READ_BY_LIBRARIES = Set.of(EnvironmentKey.LOG_LEVEL.name(),
            EnvironmentKey.POWERTOOLS_SERVICE_NAME.name());

    private final Deployment deployment;
    private final FunctionCode code;

    FunctionContractTest(@Named("prod") LocalStage stage) {
        deployment = stage.deployment();
        code = FunctionCode.in(deployment.functions().getFirst().code());
    }

    @Test
    void deploysTheFunctionsOfTheContractWithTheirHandlers() {
        assertThat(deployment.functions()).allMatch(function -> function.code().equals(code.directory()));
        assertThat(deployment.functions().stream()
                .collect(Collectors.toMap(function -> function.id(), function -> function.handler())))
                .isEqualTo(perFunction(FunctionName::handler));
    }

    @ParameterizedTest
    @EnumSource
    void handlesTheEventsThatItsSourceSends(FunctionName name) {
        assertThat(code.interfacesOf(name.handler())).containsExactly("RequestStreamHandler");
        assertThat(code.kindOf(name.handler())).isEqualTo(kindOf(name));
    }

    @Test
    void setsTheVariablesThatAreReadAndNoOther() {
        assertThat(perFunction(this::mismatch)).isEqualTo(perFunction(_ -> VariableMismatch.NONE));
    }

    @Test
    void readsVariablesInOnePlaceOnly() {
        assertThat(code.readers()).containsExactly(FunctionCode.WIRING);
    }

    @Test
    void setsNoVariableThatTheContractDoesNotName() {
        assertThat(deployment.functions().stream().flatMap(function -> function.environment().keySet().stream()))
                .isSubsetOf(Arrays.stream(EnvironmentKey.values()).map(Enum::name).toList());
    }

    @Test
    void bundlesTheLibrariesThatReadTheOthers() throws IOException {
        assertThat(code.directory().resolve("log4j2.xml")).content().contains("level=\"${env:LOG_LEVEL:-INFO}\"");
        try (InputStream reader = LambdaHandlerProcessor.class.getResourceAsStream("LambdaHandlerProcessor.class")) {
            assertThat(new String(reader.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains(EnvironmentKey.POWERTOOLS_SERVICE_NAME.name());
        }
    }

    @Test
    void findsWhatATemplateForgetsAndWhatItSetsInVain() throws IOException {
        FunctionCode here = FunctionCode
                .in(Path.of("tests/integration/target/test-classes/clinic/appointments/contract"));
        assertThat(here.variablesReadBy(MadeUpHandler.class.getName())).isEqualTo(
                Set.of("DEFAULT_TIME_ZONE", "REMINDER_SENDER"));
        assertThat(VariableMismatch.between(Set.of("SCHEDULE_GROUP", "REMINDER_SENDER"),
                here.variablesReadBy(MadeUpHandler.class.getName())))
                .isEqualTo(new VariableMismatch(Set.of("DEFAULT_TIME_ZONE"), Set.of("SCHEDULE_GROUP")));
    }

    @ParameterizedTest
    @EnumSource
    void isCompiledForTheRuntimeThatItIsDeployedOn(FunctionName name) throws IOException {
        assertThat(runtimes()).containsExactly("java" + code.releaseOf(name.handler()));
    }

    private VariableMismatch mismatch(FunctionName name) {
        Set<String> read = new TreeSet<>(code.variablesReadBy(name.handler()));
        read.addAll(READ_BY_LIBRARIES);
        return VariableMismatch.between(deployed(name).environment().keySet(), read);
    }

    private String kindOf(FunctionName name) {
        if (isFedByAQueue(name)) {
            return "QueueFunction";
        }
        return isStartedByASchedule(name) ? "ScheduledFunction" : "QueryFunction";
    }

    private boolean isStartedByASchedule(FunctionName name) {
        return deployment.recurringSchedules().stream()
                .anyMatch(schedule -> schedule.targetArn().startsWith(deployed(name).arn() + ":"));
    }

    private boolean isFedByAQueue(FunctionName name) {
        return deployment.eventSources().stream()
                .anyMatch(source -> source.functionName().equals(deployed(name).name()));
    }

    private clinic.appointments.local.template.Function deployed(FunctionName name) {
        return deployment.functions().stream().filter(function -> function.id().equals(name.id())).findFirst()
                .orElseThrow();
    }

    private Set<String> runtimes() throws IOException {
        Set<String> runtimes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(code.directory().resolveSibling("assembly-" + deployment.stage()))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".template.json")).toList()) {
                runtimes.addAll(new ObjectMapper().readTree(file.toFile()).findValuesAsText("Runtime"));
            }
        }
        return runtimes;
    }

    private static <T> Map<String, T> perFunction(Function<FunctionName, T> value) {
        return Arrays.stream(FunctionName.values()).collect(Collectors.toMap(FunctionName::id, value));
    }

    /** Reads one variable itself and one in a nested class. */
    @SuppressWarnings("unused")
    private static final class MadeUpHandler {

        final String zone = EnvironmentKey.DEFAULT_TIME_ZONE.name();

        private record Settings(String sender) {

            static Settings read() {
                return new Settings(EnvironmentKey.REMINDER_SENDER.name());
            }
        }

        Settings settings() {
            return Settings.read();
        }
    }
}
