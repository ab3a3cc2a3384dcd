package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Functions understand all sample events in {@code events/invocations}. */
@ExtendWith(StageExtension.class)
class InvocationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final SampleMessages samples = new SampleMessages(Clock.systemUTC().instant(),
            ZoneId.of("Europe/Berlin"));

    private final LocalStage stage;

    InvocationsTest(LocalStage stage) {
        this.stage = stage;
    }

    static List<Path> events() {
        try (var files = Files.list(Path.of("events/invocations"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The queried object may be absent: 404 is a valid response. */
    @ParameterizedTest
    @MethodSource("events")
    void isUnderstood(Path event) throws InterruptedException, IOException {
        Invocation invocation = stage.invoke(functionOf(event).id(),
                samples.fill(SampleMessages.json(event).toString()));

        assertThat(invocation).isInstanceOf(Invocation.Responded.class);
        JsonNode payload = JSON.readTree(((Invocation.Responded) invocation).payload());
        switch (functionOf(event)) {
            case QUERY -> assertThat(payload.path("statusCode").asInt()).as(payload.path("body").asText())
                    .isIn(200, 404);
            case SMOKE -> throw new AssertionError("no event is for the smoke test");
            case REQUEST, CONFIRMATION, REMINDER, MAIL_EVENT, MANAGEMENT ->
                assertThat(payload.path("batchItemFailures")).isEmpty();
        }
    }

    private static FunctionName functionOf(Path event) {
        String name = event.getFileName().toString();
        return name.startsWith("query-") ? FunctionName.QUERY
                : name.startsWith("mail-event") ? FunctionName.MAIL_EVENT
                        : name.startsWith("management") ? FunctionName.MANAGEMENT : FunctionName.REQUEST;
    }
}
