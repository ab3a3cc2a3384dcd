package clinic.appointments.local.api;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.QueueName;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.wire.RequestCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions can read the messages that the deployed templates make of the document's examples. */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class MessagesOfTheApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RequestCodec<?> REQUESTS = RequestCodec.ofRequestQueue(ZoneId.of("Europe/Berlin"),
            Clock.systemUTC());
    private static final RequestCodec<?> CONFIRMATIONS = RequestCodec.ofConfirmationQueue();
    private static final RequestCodec<?> MANAGEMENT = RequestCodec.ofManagementQueue();

    private final JsonNode deployed;

    MessagesOfTheApiTest(LocalStage stage) {
        deployed = stage.deployment().apis().getFirst().body();
    }

    /** A message made from an example of the document. */
    private record Example(String operation, QueueName queue, JsonNode message) {

        /** The error when it is read; empty if it is readable. */
        String breach() {
            return switch (queue) {
                case REQUEST -> breach(REQUESTS);
                case CONFIRMATION -> breach(CONFIRMATIONS);
                case MANAGEMENT -> breach(MANAGEMENT);
                case REMINDER -> "the API sends no reminders";
                case MAIL_EVENT -> "the API sends no mail events";
            };
        }

        private String breach(RequestCodec<?> codec) {
            return switch (codec
                    .decode(new IncomingMessage("m", message.toString(), Map.of(),
                            new IncomingMessage.Delivery("r", 1, Optional.empty())), Optional.empty())
                    .content()) {
                case AppointmentRequest.Command<?> _ -> "";
                case AppointmentRequest.Invalid<?> impossible -> impossible.toString();
                case AppointmentRequest.Malformed<?> unreadable -> unreadable.toString();
            };
        }
    }

    @Test
    void everyExampleIsReadByTheFunctionOfItsQueue() {
        assertThat(examples()).isNotEmpty()
                .allSatisfy(example -> assertThat(example.breach()).as(example.operation()).isEmpty());
    }

    @Test
    void everyMessageSaysWhichRequestItIs() {
        assertThat(examples()).allMatch(example -> example.message().path("requestId").asText().equals("request-1"));
    }

    private Stream<Example> examples() {
        return WrittenApi.operations().filter(WrittenApi.Operation::isWrite)
                .flatMap(operation -> operation.bodies().map(body -> new Example(operation.name(),
                        queue(operation.command()), message(operation, body))));
    }

    private JsonNode message(WrittenApi.Operation operation, String body) {
        var integration = deployed.path("paths").path(operation.path()).path(operation.method())
                .path("x-amazon-apigateway-integration");
        var request = new ApiRequest("request-1", operation.method(), operation.path(), Map.of(), Map.of(), body);
        var rendered = new MappingTemplate(integration.path("requestTemplates").path("application/json").asText())
                .render(new TemplateInput(body,
                        new TemplateInput.Parameters(operation.pathExamples(), Map.of(), Map.of())),
                        new TemplateContext(request));
        return read(read(rendered).path("MessageBody").asText());
    }

    private static QueueName queue(JsonNode command) {
        return Stream.of(QueueName.values()).filter(name -> name.id().equals(command.path("queue").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
