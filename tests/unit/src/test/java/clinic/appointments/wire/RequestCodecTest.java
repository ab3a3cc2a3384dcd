package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.AppointmentRequest.Requester;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.OpenSlot;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitRequest;
import clinic.appointments.model.VisitTypeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestCodecTest {

    private static final String BOOK = """
            {"patientId":"p-1","appointmentDate":"2026-03-17","startTime":"09:00","endTime":"09:30"}""";

    private final RequestCodec<AppointmentCommand.RequestCommand> codec = RequestCodec.ofRequestQueue(Given.BERLIN,
            () -> Given.NOW);

    @Test
    void readsABookingOfTheFixedFieldsAlone() {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = decode(BOOK);

        assertThat(request.requestId()).isEqualTo(new RequestId("message-1"));
        assertThat(request.content()).isEqualTo(book(new Booking(new AppointmentId("message-1"), new PatientId("p-1"),
                List.of(), Given.slot("09:00", "09:30"), Optional.empty())));
    }

    @Test
    void readsABookingOfAllFields() {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = decode("""
                {"schema":1,"type":"BOOK","requestId":"r-1","appointmentId":"a-1","patientId":"p-1",
                 "appointmentDate":"2026-03-17","startTime":"09:00","endTime":"09:30","status":"REQUESTED",
                 "timeZone":"Asia/Kathmandu","resourceIds":["room:1","dr"],"notes":"knee","createdAt":"x","other":{}}
                """);

        TimeSlot slot = TimeSlot.of(LocalDate.parse("2026-03-17"), LocalTime.parse("09:00"), LocalTime.parse("09:30"),
                java.time.ZoneId.of("Asia/Kathmandu"));
        assertThat(request.requestId()).isEqualTo(new RequestId("r-1"));
        assertThat(request.content()).isEqualTo(book(new Booking(new AppointmentId("a-1"), new PatientId("p-1"),
                List.of(ResourceId.of("room:1"), ResourceId.of("dr")), slot, Optional.of("knee"))));
    }

    @Test
    void readsABookingOfAVisitType() {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = decode("""
                {"type":"BOOK","requestId":"r-1","appointmentId":"a-1","patientId":"p-1","visitType":"checkup",
                 "appointmentDate":"2026-03-17","startTime":"09:00","resourceIds":["room:1"],"notes":"knee"}""");

        assertThat(request.content()).isEqualTo(new AppointmentRequest.Command<>(new AppointmentCommand.BookVisit(
                new VisitRequest(new VisitTypeId("checkup"), new AppointmentId("a-1"), new PatientId("p-1"),
                        List.of(Given.ROOM_1),
                        new OpenSlot(LocalDate.parse("2026-03-17"), LocalTime.parse("09:00"), Optional.empty()),
                        Given.BERLIN, Optional.of("knee"))),
                Requester.BY_CLIENT));
    }

    @Test
    void needsAnEndWithoutAVisitType() {
        assertThat(decode("{\"patientId\":\"p-1\",\"appointmentDate\":\"2026-03-17\",\"startTime\":\"09:00\"}")
                .content()).isEqualTo(new AppointmentRequest.Malformed<>("endTime is missing"));
        assertThat(decode(BOOK.replace("}", ",\"visitType\":\"\"}")).content()).as("cleared in a form")
                .isEqualTo(decode(BOOK).content());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "visitType":"a b"                                    | INVALID_VISIT_TYPE
            "visitType":"checkup","endTime":"08:00"              | INVALID_END_TIME
            "visitType":"checkup","resourceIds":["r:1","r:1"]    | INVALID_RESOURCE_IDS
            "visitType":"checkup","notes":"\\u0000"              | INVALID_NOTES
            """)
    void rejectsAnImpossibleValueOfABookingOfAVisitType(String fields, RejectionReason reason) {
        assertThat(decode("{\"patientId\":\"p-1\",\"appointmentDate\":\"2026-03-17\",\"startTime\":\"09:00\"," + fields
                + "}").content()).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @Test
    void readsAMoveWithoutAnEnd() {
        assertThat(decode("""
                {"type":"RESCHEDULE","appointmentId":"a-1","appointmentDate":"2026-03-17","startTime":"09:00"}""")
                .content()).isEqualTo(new AppointmentRequest.Command<>(
                        new AppointmentCommand.Reschedule(new AppointmentId("a-1"),
                                new OpenSlot(LocalDate.parse("2026-03-17"), LocalTime.parse("09:00"), Optional.empty()),
                                Optional.empty(), Optional.empty()),
                        Requester.BY_CLIENT));
    }

    @Test
    void readsAPatient() {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = decode("""
                {"type":"REGISTER_PATIENT","patientId":"p-1","firstName":"Ada","lastName":"Lovelace",
                 "email":"ada@example.org","dateOfBirth":"1990-12-10","locale":"de-DE","reminderPreference":"NONE"}""");

        assertThat(request.content()).isEqualTo(new AppointmentRequest.Command<>(new AppointmentCommand.RegisterPatient(
                new PatientId("p-1"),
                new PatientDetails("Ada", "Lovelace", Optional.of("ada@example.org"), Optional.empty(),
                        Optional.of(LocalDate.parse("1990-12-10")), Optional.empty(), Optional.of(Locale.GERMANY),
                        ReminderPreference.NONE)),
                Requester.BY_CLIENT));
    }

    @Test
    void keepsAnAddressInPunycodeAndALanguageWithoutExtensions() {
        AppointmentRequest<AppointmentCommand.RequestCommand> request = decode("""
                {"type":"REGISTER_PATIENT","patientId":"p-1","firstName":"Ada","lastName":"L","timeZone":"EST",
                 "email":"Ada@b\u00fccher.Example","locale":"en-GB-u-tz-uslax-ca-hebrew","phone":""}""");

        assertThat(request.content()).isEqualTo(new AppointmentRequest.Command<>(new AppointmentCommand.RegisterPatient(
                new PatientId("p-1"),
                new PatientDetails("Ada", "L", Optional.of("Ada@xn--bcher-kva.Example"), Optional.empty(),
                        Optional.empty(), Optional.of(java.time.ZoneId.of("America/Panama")), Optional.of(Locale.UK),
                        ReminderPreference.EMAIL)),
                Requester.BY_CLIENT));
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(decode("\uFEFF" + BOOK)).isEqualTo(decode(BOOK));
        assertThat(decode("\uFEFF\uFEFF" + BOOK).content()).isInstanceOf(AppointmentRequest.Malformed.class);
    }

    @Test
    void readsAMoveAndACancellation() {
        AppointmentId id = new AppointmentId("a-1");

        assertThat(decode("""
                {"type":"RESCHEDULE","appointmentId":"a-1","appointmentDate":"2026-03-17","startTime":"09:00",
                 "endTime":"09:30","actor":"reception-2"}""").content()).isEqualTo(new AppointmentRequest.Command<>(
                new AppointmentCommand.Reschedule(id, Given.slot("09:00", "09:30").local(), Optional.empty(),
                        Optional.empty()),
                new Requester("reception-2", Optional.empty())));
        assertThat(decode("""
                {"type":"RESCHEDULE","appointmentId":"a-1","appointmentDate":"2026-03-17","startTime":"09:00",
                 "endTime":"09:30","resourceIds":[]}""").content()).isEqualTo(new AppointmentRequest.Command<>(
                new AppointmentCommand.Reschedule(id, Given.slot("09:00", "09:30").local(), Optional.empty(),
                        Optional.of(List.of())),
                Requester.BY_CLIENT));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","reason":"PATIENT_ILL"}""").content())
                .isEqualTo(new AppointmentRequest.Command<>(
                        new AppointmentCommand.Cancel(id, Optional.of(new ReasonCode("PATIENT_ILL"))),
                        Requester.BY_CLIENT));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","reason":"her knee hurts"}""").content())
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_REASON));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","initiatedBy":"PRACTITIONER"}""").content())
                .isEqualTo(new AppointmentRequest.Command<>(
                        new AppointmentCommand.Cancel(id, Optional.empty(), Optional.of(Initiator.PRACTITIONER)),
                        Requester.BY_CLIENT));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","initiatedBy":"WEATHER"}""").content())
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_INITIATED_BY));
        assertThat(decode("""
                {"type":"CANCEL","appointmentId":"a-1","actor":"Dr. Grey"}""").content())
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_ACTOR));
    }

    @Test
    void readsTheEndOfAHoldAndAnErasure() {
        assertThat(decode("{\"type\":\"EXPIRE_HOLD\",\"appointmentId\":\"a-1\"}").content())
                .isEqualTo(new AppointmentRequest.Command<>(
                        new AppointmentCommand.ExpireHold(new AppointmentId("a-1")), Requester.BY_CLIENT));
        assertThat(decode("{\"type\":\"ERASE_PATIENT\",\"patientId\":\"p-1\"}").content())
                .isEqualTo(new AppointmentRequest.Command<>(
                        new AppointmentCommand.ErasePatient(new PatientId("p-1")), Requester.BY_CLIENT));
    }

    @Test
    void readsAnOverrideWhoseActorIsTheActorUnlessAnotherIsNamed() {
        StaffOverride override = new StaffOverride("dr-7", new ReasonCode("URGENT"));
        String overridden = "{\"type\":\"CANCEL\",\"appointmentId\":\"a-1\",\"override\":"
                + "{\"actor\":\"dr-7\",\"reason\":\"URGENT\"}}";
        AppointmentCommand.RequestCommand cancel = new AppointmentCommand.Cancel(new AppointmentId("a-1"),
                Optional.empty());

        assertThat(decode(overridden).content()).isEqualTo(
                new AppointmentRequest.Command<>(cancel, new Requester("dr-7", Optional.of(override))));
        assertThat(decode(overridden.replace("{\"type\"", "{\"actor\":\"desk\",\"type\"")).content()).isEqualTo(
                new AppointmentRequest.Command<>(cancel, new Requester("desk", Optional.of(override))));
        assertThat(decode(overridden.replace("URGENT", "because")).content())
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_OVERRIDE));
        assertThat(decode(overridden.replace("\"reason\"", "\"why\"")).content())
                .isEqualTo(new AppointmentRequest.Malformed<>("reason is missing"));
        assertThat(decode("{\"type\":\"CANCEL\",\"appointmentId\":\"a-1\",\"override\":true}").content())
                .isEqualTo(new AppointmentRequest.Malformed<>("override must be an object"));
    }

    @Test
    void readsTheCommandsOfTheConfirmationQueue() {
        AppointmentId id = new AppointmentId("a-1");

        assertThat(settled("{\"type\":\"CONFIRM\",\"appointmentId\":\"a-1\"}"))
                .isEqualTo(new AppointmentRequest.Command<>(new AppointmentCommand.Confirm(id), Requester.BY_CLIENT));
        assertThat(settled("{\"type\":\"COMPLETE\",\"appointmentId\":\"a-1\",\"outcome\":\"NO_SHOW\"}")).isEqualTo(
                new AppointmentRequest.Command<>(new AppointmentCommand.Complete(id, CompletionOutcome.NO_SHOW),
                        Requester.BY_CLIENT));
        assertThat(settled("{\"type\":\"COMPLETE\",\"appointmentId\":\"a-1\",\"outcome\":\"WELL\"}"))
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_OUTCOME));
        assertThat(settled("{\"type\":\"CHECK_IN\",\"appointmentId\":\"a-1\",\"state\":\"IN_ROOM\"}")).isEqualTo(
                new AppointmentRequest.Command<>(new AppointmentCommand.CheckIn(id, CheckInState.IN_ROOM),
                        Requester.BY_CLIENT));
        assertThat(settled("{\"type\":\"CHECK_IN\",\"appointmentId\":\"a-1\",\"state\":\"LOST\"}"))
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_STATE));
        assertThat(settled("{\"type\":\"CHECK_IN\",\"appointmentId\":\"a-1\"}"))
                .isEqualTo(new AppointmentRequest.Malformed<>("state is missing"));
        assertThat(settled("{\"type\":\"CANCEL\",\"appointmentId\":\"a-1\"}"))
                .isEqualTo(new AppointmentRequest.Malformed<>("type must be CONFIRM, COMPLETE or CHECK_IN"));
    }

    private static AppointmentRequest.Content<AppointmentCommand.ConfirmationCommand> settled(String body) {
        return RequestCodec.ofConfirmationQueue()
                .decode(new IncomingMessage("message-1", body, Map.of(),
                        new IncomingMessage.Delivery("h", 1, Optional.empty())), Optional.empty())
                .content();
    }

    @Test
    void takesTheRequestIdFromTheBodyThenTheAttributeThenTheMessage() {
        IncomingMessage withAttribute = new IncomingMessage("message-1", BOOK, Map.of("requestId", "attribute"),
                new IncomingMessage.Delivery("h", 1, Optional.empty()));

        assertThat(codec.decode(withAttribute, Optional.empty()).requestId()).isEqualTo(new RequestId("attribute"));
        assertThat(decode(BOOK.replace("{", "{\"requestId\":\"body\",")).requestId()).isEqualTo(new RequestId("body"));
    }

    @Test
    void followsTheCorrelationIdOfTheMessage() {
        IncomingMessage message = new IncomingMessage("message-1", BOOK, Map.of("correlationId", "c-1"),
                new IncomingMessage.Delivery("h", 1, Optional.empty()));

        assertThat(codec.decode(message, Optional.of("1-2-3")).correlation())
                .isEqualTo(new clinic.appointments.message.Correlation("c-1", Optional.of("1-2-3")));
        assertThat(decode(BOOK).correlation().correlationId()).isEqualTo("message-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada@example.org", "Ada Lovelace", "+44 20 7946 0000"})
    void followsNoCorrelationIdThatIsNoId(String text) {
        IncomingMessage message = new IncomingMessage("message-1", BOOK, Map.of("correlationId", text),
                new IncomingMessage.Delivery("h", 1, Optional.empty()));

        assertThat(codec.decode(message, Optional.empty()).correlation().correlationId()).isEqualTo("message-1");
    }

    @Test
    void hashesTheSameContentAlikeWhateverItsForm() {
        String reordered = """
                { "endTime":"09:30", "startTime":"09:00",
                  "appointmentDate":"2026-03-17", "patientId":"p-1" }""";

        assertThat(decode(reordered).body()).isEqualTo(decode(BOOK).body());
        assertThat(decode(BOOK.replace("09:30", "09:31")).body()).isNotEqualTo(decode(BOOK).body());
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
            type            | "BOKO"     | type must be BOOK, RESCHEDULE, CANCEL, EXPIRE_HOLD, REGISTER_PATIENT or ERASE_PATIENT
            schema          | "1"        | schema must be a whole number
            """)
    void cannotReadAFieldOfTheWrongType(String field, String value, String reason) {
        assertThat(decode(with(field, value)).content()).isEqualTo(new AppointmentRequest.Malformed<>(reason));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            patientId       | "a b"        | INVALID_PATIENT_ID
            appointmentId   | "a b"        | INVALID_APPOINTMENT_ID
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
            actor           | "Dr. Grey"   | INVALID_ACTOR
            """)
    void rejectsAnImpossibleValueOfTheRightType(String field, String value, RejectionReason reason) {
        assertThat(decode(with(field, value)).content()).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @Test
    void rejectsNotesThatAreTooLong() {
        assertThat(decode(with("notes", "\"" + "x".repeat(1001) + "\"")).content())
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_NOTES));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            firstName          | " "          | INVALID_FIRST_NAME
            lastName           | ""           | INVALID_LAST_NAME
            email              | "ada@home"   | INVALID_EMAIL
            phone              | "call me"    | INVALID_PHONE
            dateOfBirth        | "10.12.1815" | INVALID_DATE_OF_BIRTH
            locale             | "de_DE!"     | INVALID_LOCALE
            reminderPreference | "FAX"        | INVALID_REMINDER_PREFERENCE
            """)
    void rejectsAnImpossibleValueOfAPatient(String field, String value, RejectionReason reason) {
        String patient = """
                {"type":"REGISTER_PATIENT","patientId":"p-1","firstName":"Ada","lastName":"L"}"""
                .replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");

        assertThat(decode(patient.replace("}", ",\"" + field + "\":" + value + "}")).content())
                .isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "\"text\"", "{\"a\":1",
            "{\"patientId\":\"Ada\",\"patientId\":\"Eve\"}",
            "{} {}"})
    void cannotReadWhatIsNoJsonObject(String body) {
        assertThat(decode(body).content()).isInstanceOf(AppointmentRequest.Malformed.class);
        assertThat(decode(body).requestId()).isEqualTo(new RequestId("message-1"));
    }

    @Test
    void cannotReadWhatExceedsALimit() {
        String deep = "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}";
        String longString = with("notes", "\"" + "x".repeat(4097) + "\"");
        String longDocument = "{\"a\":[" + "\"x\",".repeat(20_000) + "1]}";

        assertThat(List.of(deep, longString, longDocument)).allSatisfy(
                body -> assertThat(decode(body).content()).isInstanceOf(AppointmentRequest.Malformed.class));
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
        assertThatThrownBy(() -> decode(with("schema", "3"))).isInstanceOf(NewerSchemaException.class);
    }

    @Test
    void readsEveryKnownSchemaAlike() {
        assertThat(decode(with("schema", "1")).content()).isEqualTo(decode(BOOK).content())
                .isEqualTo(decode(with("schema", "2")).content());
    }

    private AppointmentRequest<AppointmentCommand.RequestCommand> decode(String body) {
        return codec.decode(new IncomingMessage("message-1", body, Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty())), Optional.empty());
    }

    private static String with(String field, String value) {
        String others = BOOK.substring(1, BOOK.length() - 1).replaceAll("\"" + field + "\":\"[^\"]*\",?", "");
        return ("{" + others + ",\"" + field + "\":" + value + "}").replace(",,", ",");
    }

    private static AppointmentRequest.Content<AppointmentCommand.RequestCommand> book(Booking booking) {
        return new AppointmentRequest.Command<>(new AppointmentCommand.Book(booking), Requester.BY_CLIENT);
    }
}
