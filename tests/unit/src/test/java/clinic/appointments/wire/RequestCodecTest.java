package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestCodecTest {

    private static final String BOOK = """
            {"patientId":"p-1","appointmentDate":"2026-03-17","startTime":"09:00","endTime":"09:30"}""";

    private final RequestCodec codec = new RequestCodec(Given.BERLIN);

    @Test
    void readsABookingOfTheFixedFieldsAlone() {
        AppointmentRequest request = decode(BOOK);

        assertThat(request.requestId()).isEqualTo(new RequestId("message-1"));
        assertThat(request.content()).isEqualTo(book(new Booking(new AppointmentId("message-1"), new PatientId("p-1"),
                List.of(), Given.slot("09:00", "09:30"), Optional.empty())));
    }

    @Test
    void readsABookingOfAllFields() {
        AppointmentRequest request = decode("""
                {"schema":1,"type":"BOOK","requestId":"r-1","appointmentId":"a-1","patientId":"p-1",
                 "appointmentDate":"2026-03-17","startTime":"09:00","endTime":"09:30","status":"REQUESTED",
                 "timeZone":"Asia/Kathmandu","resourceIds":["room:1","dr"],"notes":"knee","createdAt":"x","other":{}}
                """);

        TimeSlot slot = new TimeSlot(LocalDate.parse("2026-03-17"), LocalTime.parse("09:00"), LocalTime.parse("09:30"),
                java.time.ZoneId.of("Asia/Kathmandu"));
        assertThat(request.requestId()).isEqualTo(new RequestId("r-1"));
        assertThat(request.content()).isEqualTo(book(new Booking(new AppointmentId("a-1"), new PatientId("p-1"),
                List.of(ResourceId.of("room:1"), ResourceId.of("dr")), slot, Optional.of("knee"))));
    }

    @Test
    void readsAPatient() {
        AppointmentRequest request = decode("""
                {"type":"REGISTER_PATIENT","patientId":"p-1","firstName":"Ada","lastName":"Lovelace",
                 "email":"ada@example.org","dateOfBirth":"1990-12-10","reminderPreference":"NONE"}""");

        assertThat(request.content()).isEqualTo(new AppointmentRequest.Command(new AppointmentCommand.RegisterPatient(
                new PatientId("p-1"),
                new PatientDetails("Ada", "Lovelace", Optional.of("ada@example.org"), Optional.empty(),
                        Optional.of(LocalDate.parse("1990-12-10")), Optional.empty(), ReminderPreference.NONE)),
                "client"));
    }

    @Test
    void readsAMoveAndACancellation() {
        AppointmentId id = new AppointmentId("a-1");

        assertThat(decode("""
                {"type":"RESCHEDULE","appointmentId":"a-1","appointmentDate":"2026-03-17","startTime":"09:00",
                 "endTime":"09:30","actor":"reception-2"}""").content()).isEqualTo(new AppointmentRequest.Command(
                new AppointmentCommand.Reschedule(id, Given.slot("09:00", "09:30"), Optional.empty()), "reception-2"));
        assertThat(decode("""
                {"type":"RESCHEDULE","appointmentId":"a-1","appointmentDate":"2026-03-17","startTime":"09:00",
                 "endTime":"09:30","resourceIds":[]}""").content()).isEqualTo(new AppointmentRequest.Command(
                new AppointmentCommand.Reschedule(id, Given.slot("09:00", "09:30"), Optional.of(List.of())), "client"));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","reason":"PATIENT_ILL"}""").content())
                .isEqualTo(new AppointmentRequest.Command(
                        new AppointmentCommand.Cancel(id, Optional.of(new ReasonCode("PATIENT_ILL"))), "client"));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","reason":"her knee hurts"}""").content())
                .isEqualTo(new AppointmentRequest.Impossible(RejectionReason.INVALID_REASON));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","actor":"Dr. Grey"}""").content())
                .isEqualTo(new AppointmentRequest.Impossible(RejectionReason.INVALID_ACTOR));
    }

    @Test
    void takesTheRequestIdFromTheBodyThenTheAttributeThenTheMessage() {
        IncomingMessage withAttribute = new IncomingMessage("message-1", BOOK, Map.of("requestId", "attribute"), "h",
                1);

        assertThat(codec.decode(withAttribute, Optional.empty()).requestId()).isEqualTo(new RequestId("attribute"));
        assertThat(decode(BOOK.replace("{", "{\"requestId\":\"body\",")).requestId()).isEqualTo(new RequestId("body"));
    }

    @Test
    void followsTheCorrelationIdOfTheMessage() {
        IncomingMessage message = new IncomingMessage("message-1", BOOK, Map.of("correlationId", "c-1"), "h", 1);

        assertThat(codec.decode(message, Optional.of("1-2-3")).trail())
                .isEqualTo(new clinic.appointments.message.Trail("c-1", Optional.of("1-2-3")));
        assertThat(decode(BOOK).trail().correlationId()).isEqualTo("message-1");
    }

    @Test
    void hashesTheSameContentAlikeWhateverItsForm() {
        String reordered = """
                { "endTime":"09:30", "startTime":"09:00",
                  "appointmentDate":"2026-03-17", "patientId":"p-1" }""";

        assertThat(decode(reordered).bodyHash()).isEqualTo(decode(BOOK).bodyHash());
        assertThat(decode(BOOK.replace("09:30", "09:31")).bodyHash()).isNotEqualTo(decode(BOOK).bodyHash());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            patientId       | 7          | patientId must be a string
            patientId       | null       | patientId is missing
            appointmentDate | 20260317   | appointmentDate must be a string
            startTime       | {}         | startTime must be a string
            endTime         | []         | endTime must be a string
            resourceIds     | "room:1"   | resourceIds must be an array of strings
            resourceIds     | [1]        | resourceIds must be an array of strings
            requestId       | 1          | requestId must be a string
            notes           | true       | notes must be a string
            type            | "BOKO"     | type must be BOOK, RESCHEDULE, CANCEL or REGISTER_PATIENT
            schema          | "1"        | schema must be a whole number
            """)
    void cannotReadAFieldOfTheWrongType(String field, String value, String reason) {
        assertThat(decode(with(field, value)).content()).isEqualTo(new AppointmentRequest.Unreadable(reason));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            patientId       | "a b"        | INVALID_PATIENT_ID
            appointmentId   | ""           | INVALID_APPOINTMENT_ID
            requestId       | "a/b"        | INVALID_REQUEST_ID
            appointmentDate | "2026-02-30" | INVALID_APPOINTMENT_DATE
            appointmentDate | "17.03.2026" | INVALID_APPOINTMENT_DATE
            startTime       | "9:00"       | INVALID_START_TIME
            startTime       | "24:00"      | INVALID_START_TIME
            endTime         | "09:60"      | INVALID_END_TIME
            endTime         | "08:59"      | INVALID_END_TIME
            timeZone        | "Mars/Base"  | INVALID_TIME_ZONE
            timeZone        | "+01:00"     | INVALID_TIME_ZONE
            resourceIds     | ["a","a"]    | INVALID_RESOURCE_IDS
            """)
    void rejectsAnImpossibleValueOfTheRightType(String field, String value, RejectionReason reason) {
        assertThat(decode(with(field, value)).content()).isEqualTo(new AppointmentRequest.Impossible(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "\"text\"", "{\"a\":1",
            "{\"patientId\":\"Ada\",\"patientId\":\"Eve\"}",
            "{} {}"})
    void cannotReadWhatIsNoJsonObject(String body) {
        assertThat(decode(body).content()).isInstanceOf(AppointmentRequest.Unreadable.class);
        assertThat(decode(body).requestId()).isEqualTo(new RequestId("message-1"));
    }

    @Test
    void cannotReadWhatExceedsALimit() {
        String deep = "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}";
        String longString = with("notes", "\"" + "x".repeat(4097) + "\"");
        String longDocument = "{\"a\":[" + "\"x\",".repeat(20_000) + "1]}";

        assertThat(List.of(deep, longString, longDocument)).allSatisfy(
                body -> assertThat(decode(body).content()).isInstanceOf(AppointmentRequest.Unreadable.class));
    }

    @Test
    void neverQuotesItsInput() {
        for (String body : List.of("Lovelace", "{\"notes\": Lovelace}", with("appointmentDate", "\"Lovelace\""),
                with("type", "\"Lovelace\""), with("patientId", "[\"Lovelace\"]"))) {
            assertThat(decode(body).content().toString()).doesNotContain("Lovelace");
        }
    }

    @Test
    void leavesANewerSchemaToALaterVersion() {
        assertThatThrownBy(() -> decode(with("schema", "2"))).isInstanceOf(NewerSchemaException.class);
    }

    private AppointmentRequest decode(String body) {
        return codec.decode(new IncomingMessage("message-1", body, Map.of(), "handle", 1), Optional.empty());
    }

    private static String with(String field, String value) {
        String others = BOOK.substring(1, BOOK.length() - 1).replaceAll("\"" + field + "\":\"[^\"]*\",?", "");
        return ("{" + others + ",\"" + field + "\":" + value + "}").replace(",,", ",");
    }

    private static AppointmentRequest.Content book(Booking booking) {
        return new AppointmentRequest.Command(new AppointmentCommand.Book(booking), "client");
    }
}
