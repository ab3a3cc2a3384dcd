package clinic.appointments.local.api;

import java.util.Map;

import clinic.appointments.message.Correlation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The deployed templates send valid writes to a queue, and no others. */
class WritesTest {

    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "book-1");
    private static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    private static final String BOOKING = """
            {"patientId":"ada","appointmentDate":"2030-03-29","startTime":"09:30","endTime":"10:00"}""";

    private final OpenApi api = OpenApi.open();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void putsABookingOnTheRequestQueueAndNamesItsReceipt() {
        var response = api.send("POST", "/appointments", KEY, BOOKING);
        assertThat(response).isEqualTo(new ApiResponse(202,
                Map.of("Content-Type", "application/json", "Location", "/requests/book-1", "X-Correlation-Id",
                        "book-1"),
                "{\"requestId\":\"book-1\",\"appointmentId\":\"book-1\",\"status\":\"PENDING\"}"));
        assertThat(api.queue().taken()).singleElement().satisfies(
                call -> assertThat(call.path("QueueUrl").asText()).contains("AppointmentRequestQueue"));
        assertThat(api.message()).isEqualTo(OpenApi.json("""
                {"type":"BOOK","requestId":"book-1","patientId":"ada","appointmentDate":"2030-03-29",
                 "startTime":"09:30","endTime":"10:00"}"""));
    }

    @Test
    void saysTheRequestItsClientAndTheTraceInAttributesAndNothingElse() {
        api.send("POST", "/appointments", Map.of("Idempotency-Key", "book-1", "X-Amzn-Trace-Id", TRACE), BOOKING);
        var call = api.queue().taken().getFirst();
        assertThat(call.path("MessageAttributes")).isEqualTo(OpenApi.json("""
                {"requestId":{"DataType":"String","StringValue":"book-1"},
                 "correlationId":{"DataType":"String","StringValue":"book-1"},
                 "client":{"DataType":"String","StringValue":"123456789012/local"}}"""));
        assertThat(call.at("/MessageSystemAttributes/AWSTraceHeader/StringValue").asText()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @CsvSource({"X-Correlation-Id, web/7f3c:2030=x", "x-correlation-id, a.b_c-d"})
    void passesTheCorrelationIdOnAndRepeatsIt(String header, String id) {
        var response = api.send("POST", "/appointments", Map.of("Idempotency-Key", "book-1", header, id), BOOKING);
        assertThat(response.headers()).containsEntry("X-Correlation-Id", id);
        assertThat(api.queue().taken().getFirst().at("/MessageAttributes/correlationId/StringValue").asText())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"'no id'", "'\",\"x\":\"'", "ada@example.org"})
    void refusesAnIllFormedCorrelationIdAndQueuesNothing(String id) {
        var response = api.send("POST", "/appointments", Map.of("X-Correlation-Id", id), BOOKING);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("X-Correlation-Id " + Correlation.RULE).doesNotContain(id);
        assertThat(api.queue().taken()).isEmpty();
    }

    @Test
    void leavesAnIllFormedTraceHeaderOut() {
        api.send("POST", "/appointments", Map.of("X-Amzn-Trace-Id", "Root=\",\"x\":\""), BOOKING);
        assertThat(api.queue().taken().getFirst().has("MessageSystemAttributes")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Idempotency-Key", "idempotency-key", "Idempotency-key"})
    void findsTheKeyInWhateverCaseItComes(String header) {
        api.send("POST", "/appointments", Map.of(header, "book-1"), BOOKING);
        assertThat(api.message().path("requestId").asText()).isEqualTo("book-1");
    }

    @Test
    void usesTheIdOfApiGatewayWithoutAKey() {
        api.send("POST", "/appointments", BOOKING);
        assertThat(api.message().path("requestId").asText()).isEqualTo("api-request");
    }

    @Test
    void namesTheAppointmentOfThePath() {
        var response = api.send("POST", "/appointments/a1/cancel", KEY, "{\"reason\":\"PATIENT_ILL\"}");
        assertThat(api.message()).isEqualTo(OpenApi.json("""
                {"type":"CANCEL","requestId":"book-1","appointmentId":"a1","reason":"PATIENT_ILL"}"""));
        assertThat(OpenApi.json(response.body()).path("appointmentId").asText()).isEqualTo("a1");
        assertThat(response.headers()).containsEntry("Location", "/requests/book-1");
    }

    @Test
    void putsConfirmationsOnTheConfirmationQueue() {
        api.send("POST", "/appointments/a1/confirm", KEY, " { } ");
        assertThat(api.queue().taken().getFirst().path("QueueUrl").asText()).contains("AppointmentConfirmationQueue");
        assertThat(api.message()).isEqualTo(OpenApi.json("""
                {"type":"CONFIRM","requestId":"book-1","appointmentId":"a1"}"""));
    }

    @Test
    void takesADeletionWithoutABody() {
        var response = api.send("DELETE", "/patients/ada", KEY, "");
        assertThat(api.message()).isEqualTo(
                OpenApi.json("{\"type\":\"ERASE_PATIENT\",\"requestId\":\"book-1\",\"patientId\":\"ada\"}"));
        assertThat(OpenApi.json(response.body()).path("patientId").asText()).isEqualTo("ada");
    }

    @Test
    void handsTextOnAsItIs() {
        var name = "O'Neil \"x\" \\' / \u00fc \ud83d\ude00 \n\t $requestId #end $util ${context.path}";
        var body = JsonNodeFactory.instance.objectNode().put("firstName", name)
                .put("lastName", "F");
        assertThat(api.send("PUT", "/patients/ada", KEY, body.toString()).status()).isEqualTo(202);
        assertThat(api.message().path("firstName").asText()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"'not a key'", "'\",\"x\":\"'", "1234567890123456789012345678901234567", "''"})
    void refusesAnIllFormedKeyAndQueuesNothing(String key) {
        var response = api.send("POST", "/appointments", Map.of("Idempotency-Key", key), BOOKING);
        assertThat(response).isEqualTo(new ApiResponse(400, Map.of("Content-Type", "application/problem+json"),
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"Idempotency-Key must be 1 to 36 letters, digits, hyphens or underscores\"}"));
        assertThat(api.queue().taken()).isEmpty();
    }

    @Test
    void refusesAnIllFormedIdInThePath() {
        var response = api.send("POST", "/appointments/a%20b/cancel", KEY, "{}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("appointmentId must be 1 to 36").doesNotContain("a b");
        assertThat(api.queue().taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"startTime | \"9:30\" | startTime must be HH:MM",
            "startTime | \"\" | startTime must be HH:MM",
            "appointmentDate | \"29.3.2030\" | appointmentDate must be a date such as 2030-03-29",
            "patientId | \"Ada Lovelace\" | patientId must be 1 to 36 letters, digits, hyphens or underscores",
            "resourceIds | [\"room:r1\",\"dr bell\"] | resourceIds must be <kind>:<id>, each of 1 to 36 letters, "
                    + "digits, hyphens or underscores",
            "resourceIds | [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\"] | resourceIds "
                    + "must be at most 10 resources",
            "override | {\"actor\":\"x\",\"reason\":\"because\"} | override.reason must be a code of 1 to 40 capitals, "
                    + "digits or underscores"})
    void namesFieldAndRuleOfAValueAndNotTheValue(String field, String value, String detail) {
        var booking = (ObjectNode) OpenApi.json(BOOKING);
        var response = api.send("POST", "/appointments", KEY, booking.set(field, OpenApi.json(value)).toString());
        assertThat(response.status()).isEqualTo(400);
        assertThat(OpenApi.json(response.body()).path("detail").asText()).isEqualTo(detail);
        assertThat(api.queue().taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{%s,\"patientId\":\"eve\"}", "{%s,\"notes\":\"a\",\"notes\":\"a\"}", "{%s,\"patient\\u0049d\":\"eve\"}",
            "{%s,\"override\":{\"actor\":\"a\",\"reason\":\"R\",\"reason\":\"S\"}}",
            "{%s,\"notes\":\"\\\\\",\"notes\":\"b\"}"})
    void refusesAFieldThatComesTwice(String body) {
        var fields = BOOKING.substring(1, BOOKING.length() - 1);
        var response = api.send("POST", "/appointments", KEY, body.formatted(fields));
        assertThat(response.status()).isEqualTo(400);
        assertThat(OpenApi.json(response.body()).path("detail").asText())
                .isEqualTo("body must not have a field twice");
        assertThat(api.queue().taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{%s,\"notes\":\"\\\"patientId\\\":\\\"eve\\\"\"}", "{%s,\"notes\":\"::: {\\\\\"}",
            "{%s,\"actor\":\"a\",\"override\":{\"actor\":\"a\",\"reason\":\"R\"}}", "{ %s , \"notes\" : \"a: b\" }"})
    void takesAColonForNoField(String body) {
        var fields = BOOKING.substring(1, BOOKING.length() - 1);
        assertThat(api.send("POST", "/appointments", KEY, body.formatted(fields)).status()).isEqualTo(202);
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        var body = JsonNodeFactory.instance.objectNode().put("firstName", "\ud83d\ude00".repeat(200)).put("lastName",
                "F");
        assertThat(api.send("PUT", "/patients/ada", KEY, body.toString()).status()).isEqualTo(202);
        assertThat(api.send("PUT", "/patients/ada", KEY, body.put("lastName", "x".repeat(201)).toString()).body())
                .contains("lastName must be 1 to 200 characters");
    }

    @ParameterizedTest
    @CsvSource({"\uffff,firstName", "\ufffe,lastName", "\ud83d,firstName", "'\u0007',lastName"})
    void namesTheFieldOfACharacterThatNoMessageCanHold(String character, String field) {
        var body = JsonNodeFactory.instance.objectNode().put("firstName", "A").put("lastName", "F")
                .put(field, "A" + character);
        var response = api.send("PUT", "/patients/ada", KEY, body.toString());
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains(field + " must be");
        assertThat(api.queue().taken()).isEmpty();
    }

    @Test
    void refusesNotesThatAreTooLong() {
        var booking = (ObjectNode) OpenApi.json(BOOKING);
        assertThat(api.send("POST", "/appointments", booking.put("notes", "n".repeat(1001)).toString()).body())
                .contains("notes must be at most 1000 characters");
        assertThat(api.send("POST", "/appointments", booking.put("notes", "n".repeat(1000)).toString()).status())
                .isEqualTo(202);
    }

    /** A missing permission of the role is not the client's fault. */
    @Test
    void takesARefusalOfSqsForItsOwnProblem() {
        api.queue().refuse(400);
        assertThat(api.send("POST", "/appointments", KEY, BOOKING).status()).isEqualTo(500);
        api.queue().refuse(503);
        assertThat(api.send("POST", "/appointments", KEY, BOOKING).body()).contains("could not be queued");
    }

    @Test
    void answers504WhenSqsDoesNot() {
        api.queue().close();
        assertThat(api.send("POST", "/appointments", KEY, BOOKING).status()).isEqualTo(504);
    }
}
