package clinic.appointments.local.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.function.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The API passes reads to the query function and returns its response. */
class ReadsTest {

    @Test
    void asksAsApiGatewayDoes() {
        assertThat(OpenApi.json(asked("GET", "/patients/ada/appointments?limit=5&cursor=a%2Bb%3D", ""))).isEqualTo(
                OpenApi.json(
                        """
                                      {"resource":"/patients/{patientId}/appointments",
                                       "path":"/patients/ada/appointments",
                                       "httpMethod":"GET","headers":{"Accept":"application/json"},
                                       "queryStringParameters":{"limit":"5","cursor":"a+b="},
                                       "multiValueQueryStringParameters":{"limit":["5"],"cursor":["a+b="]},
                                       "pathParameters":{"patientId":"ada"},
                                       "requestContext":{"requestId":"api-request","stage":"live","httpMethod":"GET",
                                       "resourcePath":"/patients/{patientId}/appointments",
                                "identity":{"userArn":"arn:aws:sts::123456789012:assumed-role/local/session"}},
                                       "body":null,"isBase64Encoded":false}"""));
    }

    @Test
    void handsOnEveryValueOfAParameterAndTheLastByItself() {
        var event = OpenApi.json(asked("GET", "/appointments?status=REQUESTED&from=2030-03-29&status=CONFIRMED", ""));
        assertThat(event.path("queryStringParameters"))
                .isEqualTo(OpenApi.json("{\"status\":\"CONFIRMED\",\"from\":\"2030-03-29\"}"));
        assertThat(event.path("multiValueQueryStringParameters"))
                .isEqualTo(OpenApi.json("{\"status\":[\"REQUESTED\",\"CONFIRMED\"],\"from\":[\"2030-03-29\"]}"));
    }

    @Test
    void prefersTheNamedPathToTheParameter() {
        var event = OpenApi.json(asked("POST", "/patient-search", "{\"email\":\"a@example.org\"}"));
        assertThat(event.path("resource").asText()).isEqualTo("/patient-search");
        assertThat(event.path("body").asText()).isEqualTo("{\"email\":\"a@example.org\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"room:r1", "room%3Ar1"})
    void takesTheColonOfAResourceAsItIsAndEncoded(String resource) {
        var event = OpenApi.json(asked("GET", "/resources/" + resource + "/appointments?date=2030-03-29", ""));
        assertThat(event.at("/pathParameters/resourceId").asText()).isEqualTo("room:r1");
    }

    @Test
    void handsOnWhatTheFunctionAnswers() {
        assertThat(answered(new Invocation.Responded(
                "{\"statusCode\":404,\"headers\":{\"Content-Type\":\"application/problem+json\"},\"body\":\"{}\"}")))
                .isEqualTo(new ApiResponse(404, Map.of("Content-Type", "application/problem+json"), "{}"));
    }

    @Test
    void saysLittleOfAFunctionThatFails() {
        assertThat(List.of(new Invocation.Failed("java.lang.Error", "secret"), new Invocation.Crashed("secret"),
                new Invocation.Responded("\"secret\""), new Invocation.Responded("secret"))).allSatisfy(failure -> {
                    var response = answered(failure);
                    assertThat(response.status()).isEqualTo(502);
                    assertThat(response.body()).contains("the service cannot answer").doesNotContain("secret");
                });
    }

    @Test
    void answers504WhenTheFunctionIsTooSlow() {
        assertThat(answered(new Invocation.TimedOut(Duration.ofSeconds(30))).status()).isEqualTo(504);
    }

    private static String asked(String method, String path, String body) {
        var events = new ArrayList<String>();
        try (var api = OpenApi.open(event -> {
            events.add(event);
            return new Invocation.Responded("{\"statusCode\":200}");
        })) {
            api.send(method, path, Map.of("Accept", "application/json"), body);
        }
        return events.getFirst();
    }

    private static ApiResponse answered(Invocation invocation) {
        try (var api = OpenApi.open(_ -> invocation)) {
            return api.send("GET", "/requests/r1", "");
        }
    }
}
