package clinic.appointments.query;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuestionTest {

    private static final PageRequest DEFAULT_PAGE = new PageRequest(25, Optional.empty());

    @Test
    void asksForWhatThePathNames() {
        assertThat(question("GET", "/appointments/{appointmentId}", Map.of("appointmentId", "a")))
                .isEqualTo(new Question.OneAppointment(new AppointmentId("a")));
        assertThat(question("GET", "/patients/{patientId}", Map.of("patientId", "p")))
                .isEqualTo(new Question.OnePatient(new PatientId("p")));
        assertThat(question("GET", "/requests/{requestId}", Map.of("requestId", "r")))
                .isEqualTo(new Question.OneReceipt(new RequestId("r")));
        assertThat(question("GET", "/patients/{patientId}/appointments", Map.of("patientId", "p")))
                .isEqualTo(new Question.AppointmentsOfPatient(new PatientId("p"), DEFAULT_PAGE));
    }

    @Test
    void asksForAStatusOnADateInPages() {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withResource("/appointments").withQueryStringParameters(
                        Map.of("status", "CONFIRMED", "date", "2026-03-17", "limit", "100", "cursor", "c"));

        assertThat(question(event)).isEqualTo(new Question.AppointmentsOfStatus(AppointmentStatus.CONFIRMED, Given.DATE,
                new PageRequest(100, Optional.of("c"))));
    }

    @Test
    void searchesPatientsByAnAddressInTheBody() {
        assertThat(question(search("{\"email\":\"ada@example.org\"}")))
                .isEqualTo(new Question.PatientsOfEmail("ada@example.org")).hasToString("PatientsOfEmail[protected]");
        assertThatThrownBy(() -> question(search("{\"email\":\"a\",\"name\":\"b\"}")))
                .hasMessage("body must have no other field than email");
        assertThatThrownBy(() -> question(search(null))).hasMessage("body must be a JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status | REQUESTD   | status must be one of [REQUESTED, CONFIRMED, CANCELLED, COMPLETED]
            date   | 2026-02-30 | date must be a date such as 2026-03-29
            limit  | 0          | limit must be a number from 1 to 100
            limit  | 101        | limit must be a number from 1 to 100
            limit  | ten        | limit must be a number from 1 to 100
            name   | Lovelace   | a query parameter is not known here; known are [cursor, date, limit, status]
            """)
    void refusesAParameterByNameAndRule(String name, String value, String message) {
        Map<String, String> query = new java.util.HashMap<>(Map.of("status", "CONFIRMED", "date", "2026-03-17"));
        query.put(name, value);

        assertThatThrownBy(() -> question(new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withResource("/appointments").withQueryStringParameters(query))).hasMessage(message);
    }

    @Test
    void needsItsParameters() {
        assertThatThrownBy(() -> question(
                new APIGatewayProxyRequestEvent().withHttpMethod("GET").withResource("/appointments")))
                .hasMessage("status is missing");
    }

    @Test
    void knowsNoOtherRoute() {
        assertThat(Route.of("DELETE", "/appointments/{appointmentId}")).isEmpty();
        assertThat(Route.of("GET", "/elsewhere")).isEmpty();
    }

    private static APIGatewayProxyRequestEvent search(String body) {
        return new APIGatewayProxyRequestEvent().withHttpMethod("POST").withResource("/patients/search").withBody(body);
    }

    private static Question question(String method, String resource, Map<String, String> path) {
        return question(new APIGatewayProxyRequestEvent().withHttpMethod(method).withResource(resource)
                .withPathParameters(path));
    }

    private static Question question(APIGatewayProxyRequestEvent event) {
        return Route.of(event.getHttpMethod(), event.getResource()).orElseThrow().question(QuestionFields.of(event));
    }
}
