package clinic.appointments.local.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.fixture.AtTheDoor;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.wire.RequestCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A request that the deployed API accepts is read like the same message from the queue, and the queue's reader
 * rejects a request that the API rejects, for the same field.
 */
@ExtendWith(StageExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class BothDoorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** One time for both doors. */
    @SuppressWarnings("TimeInStaticInitializer")
    private static final Instant NOW = Clock.systemUTC().instant();

    private final JsonNode deployed;
    private final Map<String, BodyModel> models = new HashMap<>();

    BothDoorsTest(LocalStage stage) {
        deployed = stage.deployment().apis().getFirst().body();
    }

    static List<AtTheDoor> requests() {
        return AtTheDoor.all(LocalDate.ofInstant(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void agree(AtTheDoor request) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(request.body());
        String byQueue = outcome(content(body));
        HttpAnswer byHttp = send(body);

        assertThat(byQueue).isEqualTo(request.expect());
        switch (byHttp) {
            case HttpAnswer.Refused(var field) -> assertThat(refusalOf(field)).isEqualTo(byQueue);
            case HttpAnswer.Passed(var message) -> assertThat(content(message)).isEqualTo(content(body));
        }
    }

    /** A field, its schema, and a value that contains a certain character. */
    static Stream<Arguments> fields() {
        return Stream.of(arguments("firstName", "Name", "a%sb"), arguments("lastName", "Name", "%s"),
                arguments("email", "Email", "a%sb@example.org"), arguments("email", "Email", "ada@a%sb.example"),
                arguments("email", "Email", "ada@example%sorg"), arguments("phone", "Phone", "0%s"),
                arguments("locale", "Locale", "de-%s"), arguments("timeZone", "TimeZone", "Etc/GMT%s5"));
    }

    /** The templates look for characters outside a pattern, but must not reject a value that the queue accepts. */
    @ParameterizedTest
    @MethodSource("fields")
    void noPatternRefusesACharacterThatTheQueueTakes(String field, String schema, String form) {
        Pattern pattern = Pattern.compile(WrittenApi.schema(schema).path("pattern").asText());
        IntStream characters = IntStream.concat(IntStream.range(0, 0x3000),
                IntStream.iterate(0x3000, one -> one < 0x110000, one -> one + 61));

        assertThat(characters.mapToObj(one -> form.formatted(Character.toString(one)))
                .filter(value -> isTaken(field, value)).filter(value -> !pattern.matcher(value).find())).isEmpty();
    }

    private static boolean isTaken(String field, String value) {
        ObjectNode body = JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("requestId", "r")
                .put("patientId", "p").put("firstName", "Test").put("lastName", "Person").put(field, value);
        return content(body) instanceof AppointmentRequest.Command<?>;
    }

    /** The response of the API alone. */
    private sealed interface HttpAnswer {

        /** 400 with an error in this field. */
        record Refused(String field) implements HttpAnswer {
        }

        /** 202 with this message on the queue. */
        record Passed(JsonNode message) implements HttpAnswer {
        }
    }

    private HttpAnswer send(ObjectNode body) throws IOException {
        var operation = WrittenApi.operations().filter(WrittenApi.Operation::isWrite)
                .filter(write -> write.command().path("type").equals(body.path("type"))).findFirst().orElseThrow();
        var rest = body.deepCopy();
        rest.remove("type");
        Map<String, String> header = Map.of("Idempotency-Key", rest.remove("requestId").asText());
        Map<String, String> path = new TreeMap<>();
        operation.pathExamples().keySet().forEach(name -> path.put(name, rest.remove(name).asText()));
        assertThat(model(operation).breach(rest.toString())).as("types and names").isIn(Optional.empty(),
                Optional.of("[array must not contain duplicate elements]"));
        return rendered(operation, rest.toString(), new TemplateInput.Parameters(path, Map.of(), header));
    }

    private HttpAnswer rendered(WrittenApi.Operation operation, String body, TemplateInput.Parameters parameters)
            throws IOException {
        var context = new TemplateContext(
                new ApiRequest("request-1", operation.method(), operation.path(), Map.of(), Map.of(), body));
        var template = operation(operation)
                .at("/x-amazon-apigateway-integration/requestTemplates/application~1json").asText();
        String call = new MappingTemplate(template).render(new TemplateInput(body, parameters), context);
        String message = JSON.readTree(call).path("MessageBody").asText();
        return message.isEmpty()
                ? new HttpAnswer.Refused(
                        context.getRequestOverride().get("path").get("problem").toString().split("[ .]", -1)[0])
                : new HttpAnswer.Passed(JSON.readTree(message));
    }

    private BodyModel model(WrittenApi.Operation operation) {
        return models.computeIfAbsent(operation.name(),
                _ -> BodyModel.of(operation(operation), deployed.path("components")).orElseThrow());
    }

    private JsonNode operation(WrittenApi.Operation operation) {
        return deployed.path("paths").path(operation.path()).path(operation.method());
    }

    private static AppointmentRequest.Content<?> content(JsonNode body) {
        String type = body.path("type").asText();
        RequestCodec<?> codec = List.of("CONFIRM", "COMPLETE", "CHECK_IN").contains(type)
                ? RequestCodec.ofConfirmationQueue()
                : RequestCodec.ofRequestQueue(ZoneId.of("Europe/Berlin"), () -> NOW);
        return codec.decode(new IncomingMessage("message-1", body.toString(), Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty())), Optional.empty()).content();
    }

    private static String refusalOf(String field) {
        return "REJECTED:" + RejectionReason.invalid(field);
    }

    private static String outcome(AppointmentRequest.Content<?> content) {
        return switch (content) {
            case AppointmentRequest.Command<?> _ -> AtTheDoor.ACCEPTED;
            case AppointmentRequest.Invalid<?>(var reason) -> "REJECTED:" + reason;
            case AppointmentRequest.Malformed<?>(var reason) -> "PARKED:" + reason;
        };
    }
}
