package clinic.appointments.local.api;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** API Gateway itself rejects requests with the messages of the deployed body. */
class RequestValidationTest {

    private static final String BOOKING = """
            {"patientId":"ada","appointmentDate":"2030-03-29","startTime":"09:30","endTime":"10:00"%s}""";

    private final OpenApi api = OpenApi.open();

    @AfterEach
    void nothingIsQueued() {
        assertThat(api.queue().taken()).isEmpty();
        api.close();
    }

    @Test
    void namesAFieldThatIsNotKnown() {
        assertThat(refusal(BOOKING.formatted(",\"colour\":\"blue\"")))
                .isEqualTo("[object instance has properties which are not allowed by the schema: [\"colour\"]]");
    }

    @Test
    void namesAFieldWithinAFieldThatIsNotKnown() {
        assertThat(refusal(BOOKING.formatted(",\"override\":{\"actor\":\"a\",\"reason\":\"R\",\"x\":1}")))
                .contains("[\"x\"]");
    }

    @Test
    void namesTheFieldsThatAreMissing() {
        assertThat(refusal("{\"patientId\":\"ada\",\"endTime\":\"10:00\"}"))
                .isEqualTo("[object has missing required properties ([\"appointmentDate\",\"startTime\"])]");
    }

    @Test
    void namesTheTypesOfAWrongOne() {
        assertThat(refusal(BOOKING.formatted(",\"notes\":42"))).isEqualTo(
                "[instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Meier", "{\"patientId\":", "''"})
    void quotesNothingOfABodyThatIsNoJson(String body) {
        assertThat(refusal(body)).doesNotContain("Meier").contains("body");
    }

    @Test
    void refusesABodyThatIsNoObject() {
        assertThat(refusal("[]")).contains("instance type (array)");
    }

    @Test
    void refusesAResourceThatComesTwice() {
        assertThat(refusal(BOOKING.formatted(",\"resourceIds\":[\"a\",\"a\"]"))).contains("duplicate");
    }

    @Test
    void refusesAnotherMediaType() {
        var response = api.send("POST", "/appointments", Map.of("Content-Type", "text/plain"), "hello");
        assertThat(response.status()).isEqualTo(415);
        assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"application/json; charset=utf-8", "Application/JSON", "APPLICATION/JSON;charset=UTF-8"})
    void takesJsonInAnyNotationOfItsMediaType(String mediaType) {
        assertThat(api.send("POST", "/appointments", Map.of("content-type", mediaType), "{}").body())
                .contains("missing required properties");
    }

    @ParameterizedTest
    @CsvSource({"GET,/nowhere", "PATCH,/appointments", "GET,/", "GET,/appointments/a/b/c", "GET,/appointments/"})
    void saysThatThereIsNoSuchOperation(String method, String path) {
        var response = api.send(method, path, "");
        assertThat(response.status()).isEqualTo(403);
        assertThat(OpenApi.json(response.body()).path("detail").asText()).contains("the operation does not exist");
    }

    @ParameterizedTest
    @CsvSource({"/appointments?from=2030-03-29,status", "/appointments?status=&from=2030-03-29,status",
            "/appointments?status=CONFIRMED,from", "/overdue,kind",
            "/resources/room:r1/free-slots?date=2030-03-29,duration"})
    void namesAParameterThatIsMissing(String path, String name) {
        var response = api.send("GET", path, "");
        assertThat(response.status()).isEqualTo(400);
        assertThat(OpenApi.json(response.body()).path("detail").asText())
                .isEqualTo("parameters are missing: [" + name + "]");
    }

    private String refusal(String body) {
        var response = api.send("POST", "/appointments", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
        return OpenApi.json(response.body()).path("detail").asText().replaceFirst("^the body breaks the schema: ", "");
    }
}
