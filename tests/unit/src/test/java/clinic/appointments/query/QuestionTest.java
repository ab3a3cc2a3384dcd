package clinic.appointments.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.VisitSearch;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
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
        assertThat(question(ofResource("/support/requests/{requestId}", Map.of("requestId", "r"),
                Map.of("client", "123456789012/front-desk")))).isEqualTo(
                        new Question.OneReceipt(new RequestId("r", new ClientId("123456789012/front-desk"))));
        assertThat(question("GET", "/patients/{patientId}/appointments", Map.of("patientId", "p")))
                .isEqualTo(new Question.AppointmentsOfPatient(new PatientId("p"), Period.ALWAYS, DEFAULT_PAGE));
    }

    /** Samoa, Kiribati, the Marshall Islands and Tokelau each left a day out when they crossed the date line. */
    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"2011-12-30, Pacific/Apia", "1994-12-31, Pacific/Kiritimati", "1993-08-21, Pacific/Kwajalein",
            "2011-12-30, Pacific/Fakaofo"})
    void asksForNoDayThatDoesNotOccur(String date, String zone) {
        Map<String, String> room = Map.of("resourceId", "room:1");
        Map<String, String> day = Map.of("date", date, "timeZone", zone, "duration", "PT30M");

        assertThatThrownBy(() -> question(ofResource("/resources/{resourceId}/free-slots", room, day)))
                .hasMessage("date must be a date that occurs in timeZone");
        assertThatThrownBy(() -> question(ofResource("/resources/{resourceId}/appointments", room,
                Map.of("date", date, "timeZone", zone)))).hasMessage("date must be a date that occurs in timeZone");
    }

    @Test
    void asksForTheReceiptOfTheSigner() {
        APIGatewayProxyRequestEvent event = ofResource("/requests/{requestId}", Map.of("requestId", "r"), Map.of())
                .withRequestContext(new ProxyRequestContext().withIdentity(new RequestIdentity()
                        .withUserArn("arn:aws:sts::123456789012:assumed-role/front-desk/session-7")));

        assertThat(question(event)).isEqualTo(
                new Question.OneReceipt(new RequestId("r", new ClientId("123456789012/front-desk"))));
    }

    @Test
    void asksForAStatusOnDatesInPages() {
        APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withResource("/appointments").withQueryStringParameters(
                        Map.of("status", "CONFIRMED", "from", "2026-03-17", "to", "2026-03-19", "limit", "100",
                                "cursor", "c"));

        assertThat(question(event)).isEqualTo(new Question.AppointmentsOfStatus(AppointmentStatus.CONFIRMED,
                new DateRange(Given.DATE, Given.DATE.plusDays(2)),
                new PageRequest(100, Optional.of("c"))));
    }

    @Test
    void asksForAPatientsAppointmentsOfDaysInTheClinicsZone() {
        assertThat(question(new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withResource("/patients/{patientId}/appointments").withPathParameters(Map.of("patientId", "p"))
                .withQueryStringParameters(Map.of("from", "2026-03-28", "to", "2026-03-29"))))
                .isEqualTo(new Question.AppointmentsOfPatient(new PatientId("p"),
                        new Period(Optional.of(Instant.parse("2026-03-27T23:00:00Z")),
                                Optional.of(Instant.parse("2026-03-29T22:00:00Z"))),
                        DEFAULT_PAGE));
    }

    @Test
    void asksForADayOfAResourceAndForItsFreeSlots() {
        Map<String, String> room = Map.of("resourceId", "room:1");

        assertThat(question(ofResource("/resources/{resourceId}/appointments", room, Map.of("date", "2026-03-17"))))
                .isEqualTo(new Question.AppointmentsOfResource(Given.ROOM_1, Given.DATE, Given.BERLIN));
        assertThat(question(ofResource("/resources/{resourceId}/free-slots", room,
                Map.of("date", "2026-03-17", "duration", "PT45M", "step", "PT15M", "timeZone", "Asia/Tokyo"))))
                .isEqualTo(new Question.FreeSlotsOfResource(Given.ROOM_1, new FreeSlots.Wanted(Given.DATE,
                        ZoneId.of("Asia/Tokyo"), Duration.ofMinutes(45), Duration.ofMinutes(15))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duration | PT0M      | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | PT24H1M   | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | P1D       | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | PT1M30S   | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | PT1.5H    | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | PT        | duration must be whole minutes such as PT30M, from PT1M to PT24H
            duration | half      | duration must be whole minutes such as PT30M, from PT1M to PT24H
            step     | PT1M      | step must be whole minutes such as PT30M, from PT5M to PT24H
            step     | PT5M0.01S | step must be whole minutes such as PT30M, from PT5M to PT24H
            timeZone | +1        | timeZone must be an IANA zone such as Europe/Berlin
            """)
    void refusesAnImpossibleSlot(String name, String value, String message) {
        Map<String, String> query = new java.util.HashMap<>(Map.of("date", "2026-03-17", "duration", "PT30M"));
        query.put(name, value);

        assertThatThrownBy(() -> question(ofResource("/resources/{resourceId}/free-slots",
                Map.of("resourceId", "room:1"), query))).hasMessage(message);
    }

    @Test
    void asksForWhatIsOverdue() {
        assertThat(question(ofResource("/overdue", Map.of(), Map.of("kind", "HOLDS"))))
                .isEqualTo(new Question.Overdue(OverdueKind.HOLDS, DEFAULT_PAGE));
        assertThatThrownBy(() -> question(ofResource("/overdue", Map.of(), Map.of("kind", "BOOKS"))))
                .hasMessage("kind must be one of [REMINDERS, NOTICES, HOLDS, CONFIRMATIONS, UNRESOLVED, "
                        + "SHIFTED_APPOINTMENTS, SHIFTED_REQUESTS]");
    }

    @Test
    void asksForASummaryOfWhatIsOverdue() {
        assertThat(question(ofResource("/overdue/summary", Map.of(), Map.of())))
                .isEqualTo(new Question.SummaryOfOverdue());
    }

    private static APIGatewayProxyRequestEvent ofResource(String resource, Map<String, String> path,
            Map<String, String> query) {
        return new APIGatewayProxyRequestEvent().withHttpMethod("GET").withResource(resource)
                .withPathParameters(path).withQueryStringParameters(query);
    }

    @Test
    void searchesPatientsByAnAddressInTheBody() {
        assertThat(question(search("{\"email\":\"ada@example.org\"}")))
                .isEqualTo(new Question.PatientsOfEmail("ada@example.org", new PageRequest(25, Optional.empty())))
                .hasToString("PatientsOfEmail[protected]");
        assertThat(question(search("{\"email\":\"ada@example.org\"}")
                .withQueryStringParameters(Map.of("limit", "2", "cursor", "abc")))).isEqualTo(
                        new Question.PatientsOfEmail("ada@example.org", new PageRequest(2, Optional.of("abc"))));
        assertThatThrownBy(() -> question(search("{\"email\":\"a\",\"name\":\"b\"}")))
                .hasMessage("body must have no field other than email");
        assertThatThrownBy(() -> question(search(null))).hasMessage("body must be a JSON object");
    }

    @Test
    void searchesTimesOfResourcesByABody() {
        List<ResourceId> both = List.of(Given.DR_GREY, Given.ROOM_1);

        assertThat(question(slots("""
                {"resourceIds":["practitioner:dr-grey","room:1"],"from":"2026-03-17","duration":"PT45M"}""")))
                .isEqualTo(new Question.SlotsOfResources(new SlotSearch.Wanted(both, Optional.empty(),
                        DateRange.only(Given.DATE), Given.BERLIN, Duration.ofMinutes(45), Duration.ofMinutes(45)),
                        false, DEFAULT_PAGE));
        assertThat(question(slots("""
                {"resourceIds":["practitioner:dr-grey","room:1"],"from":"2026-03-17","duration":"PT45M",
                "to":"2026-04-16","step":"PT15M","timeZone":"Asia/Tokyo","patientId":"patient-ada","explain":true,
                "limit":2,"cursor":"abc"}"""))).isEqualTo(new Question.SlotsOfResources(new SlotSearch.Wanted(both,
                Optional.of(Given.ADA), new DateRange(Given.DATE, Given.DATE.plusDays(30)), ZoneId.of("Asia/Tokyo"),
                Duration.ofMinutes(45), Duration.ofMinutes(15)), true, new PageRequest(2, Optional.of("abc"))));
    }

    @Test
    void searchesTimesOfAVisitTypeByABody() {
        assertThat(question(slots("{\"visitType\":\"checkup\",\"from\":\"2026-03-17\"}")))
                .isEqualTo(new Question.SlotsOfResources(new VisitSearch(new VisitTypeId("checkup"), List.of(),
                        Optional.empty(), DateRange.only(Given.DATE), Given.BERLIN, Optional.empty()), false,
                        DEFAULT_PAGE));
        assertThat(question(slots("""
                {"visitType":"checkup","resourceIds":["room:1"],"from":"2026-03-17","step":"PT15M",
                "patientId":"patient-ada","timeZone":"Asia/Tokyo"}""")))
                .isEqualTo(new Question.SlotsOfResources(new VisitSearch(new VisitTypeId("checkup"),
                        List.of(Given.ROOM_1), Optional.of(Given.ADA), DateRange.only(Given.DATE),
                        ZoneId.of("Asia/Tokyo"), Optional.of(Duration.ofMinutes(15))), false, DEFAULT_PAGE));
        assertThatThrownBy(() -> question(slots(
                "{\"visitType\":\"checkup\",\"from\":\"2026-03-17\",\"duration\":\"PT30M\"}")))
                .hasMessage("duration must be left out with visitType");
        assertThatThrownBy(() -> question(slots("{\"visitType\":\"a b\",\"from\":\"2026-03-17\"}")))
                .hasMessage("visitType must be 1 to 36 letters, digits, '-' or '_'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resourceIds | []              | resourceIds must name at least one
            resourceIds | null            | resourceIds must name at least one
            resourceIds | ["r","r"]       | resourceIds must not name one twice
            resourceIds | "r"             | resourceIds must be an array of strings
            resourceIds | ["1","2","3","4","5","6","7","8","9","10","11"] | resourceIds must name at most 10
            patientId   | "a b"           | patientId must be 1 to 36 letters, digits, '-' or '_'
            from        | null            | from is missing
            from        | "+12345-01-01"  | from must be a date such as 2026-03-29
            to          | "2026-03-16"    | to must be from the date of from to 30 days later
            to          | "2026-04-17"    | to must be from the date of from to 30 days later
            timeZone    | "+1"            | timeZone must be an IANA zone such as Europe/Berlin
            duration    | null            | duration is missing
            duration    | "PT24H1M"       | duration must be whole minutes such as PT30M, from PT1M to PT24H
            step        | "PT4M"          | step must be whole minutes such as PT30M, from PT5M to PT24H
            explain     | "yes"           | explain must be true or false
            limit       | 0               | limit must be a number from 1 to 100
            limit       | 101             | limit must be a number from 1 to 100
            limit       | "ten"           | limit must be a whole number
            cursor      | 7               | cursor must be a string
            """)
    void refusesASearchByFieldAndRule(String field, String value, String message) {
        Map<String, String> fields = new java.util.TreeMap<>(
                Map.of("resourceIds", "[\"r\"]", "from", "\"2026-03-17\"", "duration", "\"PT30M\""));
        fields.put(field, value);
        String body = fields.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));

        assertThatThrownBy(() -> question(slots(body))).hasMessage(message);
    }

    @Test
    void refusesAFieldThatASearchDoesNotHave() {
        assertThatThrownBy(() -> question(slots("{\"name\":\"Lovelace\"}")))
                .hasMessage("body must have no field other than resourceIds, patientId, from, to, timeZone, visitType, "
                        + "duration, step, explain, limit, cursor");
    }

    private static APIGatewayProxyRequestEvent slots(String body) {
        return new APIGatewayProxyRequestEvent().withHttpMethod("POST").withResource("/free-slots/search")
                .withBody(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status | REQUESTD   | status must be one of [REQUESTED, CONFIRMED, CANCELLED, COMPLETED]
            from   | 2026-02-30 | from must be a date such as 2026-03-29
            from   | +12345-01-01 | from must be a date such as 2026-03-29
            to     | +999999999-12-31 | to must be a date such as 2026-03-29
            to     | -0001-01-01 | to must be a date such as 2026-03-29
            to     | 2026-03-16 | to must be from the date of from to 365 days later
            to     | 2027-03-18 | to must be from the date of from to 365 days later
            limit  | 0          | limit must be a number from 1 to 100
            limit  | 101        | limit must be a number from 1 to 100
            limit  | ten        | limit must be a number from 1 to 100
            name   | Lovelace   | a query parameter is unknown; expected one of [cursor, from, limit, status, to]
            """)
    void refusesAParameterByNameAndRule(String name, String value, String message) {
        Map<String, String> query = new java.util.HashMap<>(
                Map.of("status", "CONFIRMED", "from", "2026-03-17", "to", "2026-03-17"));
        query.put(name, value);

        assertThatThrownBy(() -> question(new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withResource("/appointments").withQueryStringParameters(query))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /patients/{patientId}/appointments   | from
            /patients/{patientId}/appointments   | to
            /resources/{resourceId}/appointments | date
            /resources/{resourceId}/free-slots   | date
            """)
    void refusesADateOfMoreThanFourDigitsWhereverThereIsOne(String resource, String name) {
        Map<String, String> query = new java.util.HashMap<>(
                resource.endsWith("free-slots") ? Map.of("duration", "PT30M") : Map.of());
        query.put(name, "+999999999-12-31");

        assertThatThrownBy(() -> question(
                ofResource(resource, Map.of("patientId", "p", "resourceId", "room:1"), query)))
                .hasMessage(name + " must be a date such as 2026-03-29");
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        assertThatThrownBy(() -> question(repeated("status", "CONFIRMED", "REQUESTED")))
                .hasMessage("status must be given once");
        assertThatThrownBy(() -> question(repeated("from", "2026-03-17", "2026-03-17")))
                .hasMessage("from must be given once");
        assertThatThrownBy(() -> question(repeated("Lovelace", "a", "b")))
                .hasMessageStartingWith("a query parameter is unknown");
        assertThat(question(repeated("to", "2026-03-17"))).isEqualTo(new Question.AppointmentsOfStatus(
                AppointmentStatus.CONFIRMED, DateRange.only(Given.DATE), DEFAULT_PAGE));
    }

    /** As API Gateway sends it: the last value by itself, and all of them. */
    private static APIGatewayProxyRequestEvent repeated(String name, String... values) {
        Map<String, List<String>> all = new java.util.HashMap<>(
                Map.of("status", List.of("CONFIRMED"), "from", List.of("2026-03-17")));
        all.put(name, List.of(values));
        return new APIGatewayProxyRequestEvent().withHttpMethod("GET").withResource("/appointments")
                .withQueryStringParameters(all.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue().getLast())))
                .withMultiValueQueryStringParameters(all);
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
        return new APIGatewayProxyRequestEvent().withHttpMethod("POST").withResource("/patient-search").withBody(body);
    }

    private static Question question(String method, String resource, Map<String, String> path) {
        return question(new APIGatewayProxyRequestEvent().withHttpMethod(method).withResource(resource)
                .withPathParameters(path));
    }

    private static Question question(APIGatewayProxyRequestEvent event) {
        return Route.of(event.getHttpMethod(), event.getResource()).orElseThrow()
                .question(QueryParameters.of(event, Given.BERLIN));
    }
}
