package clinic.appointments.wire;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.ManagementCommand;
import clinic.appointments.message.AppointmentCommand.OnConflict;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.LocalPeriod;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.model.WorkingHours.Period;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementCodecTest {

    private static final String DEFINE = """
            {"type":"DEFINE_RESOURCE","resourceId":"practitioner:dr-bell","timeZone":"Europe/Berlin","hours":[
            {"to":"2030-06-30","weekly":"MONDAY:08:00-12:00,13:00-17:00"},{"from":"2030-07-01","weekly":"FRIDAY:09:00-12:00"}],
            "capacity":2,"buffer":{"before":"PT5M","after":"PT10M"},"hold":"PT4H","ifVersion":3}""";
    private static final ResourceDetails DETAILS = new ResourceDetails(Optional.of(List.of(
            new Period(Optional.empty(), Optional.of(LocalDate.parse("2030-06-30")),
                    OpeningHours.of("MONDAY:08:00-12:00,13:00-17:00")),
            new Period(Optional.of(LocalDate.parse("2030-07-01")), Optional.empty(),
                    OpeningHours.of("FRIDAY:09:00-12:00")))),
            Optional.of(2), Optional.of(new Buffer(Duration.ofMinutes(5), Duration.ofMinutes(10))),
            Optional.of(Duration.ofHours(4)));

    private static final String BLOCK = """
            {"type":"BLOCK","blockId":"leave","resourceId":"room:1","from":"2030-05-03","to":"2030-05-21"}""";

    private static final String POOL = """
            {"type":"DEFINE_POOL","poolId":"rooms","resourceIds":["room:1","room:2"],"ifVersion":1}""";

    private static final String VISIT_TYPE = """
            {"type":"DEFINE_VISIT_TYPE","visitTypeId":"checkup","duration":"PT1H15M","buffer":{"after":"PT10M"},
            "resourceIds":["pool:rooms","room:1"],"minimumNotice":"PT24H","hold":"PT4H","ifVersion":1}""";
    private static final VisitTypeDetails CHECKUP = new VisitTypeDetails(Duration.ofMinutes(75),
            Optional.of(new Buffer(Duration.ZERO, Duration.ofMinutes(10))),
            List.of(ResourceId.of("pool:rooms"), Given.ROOM_1), Optional.of(Duration.ofDays(1)),
            Optional.of(Duration.ofHours(4)));

    private final RequestCodec<ManagementCommand> codec = RequestCodec.ofManagementQueue();

    @Test
    void readsADefinition() {
        assertThat(content(DEFINE)).isEqualTo(command(new AppointmentCommand.DefineResource(
                ResourceId.of("practitioner:dr-bell"), Optional.of(Given.BERLIN), DETAILS, Optional.of(3L))));
    }

    @Test
    void writesWhatItReads() {
        ObjectNode json = Json.object();
        ResourceFields.write(DETAILS, json);

        assertThat(ResourceFields.read(new Fields(json))).isEqualTo(DETAILS);
    }

    @Test
    void readsThatNothingIsDefinedOrThatItIsClosed() {
        assertThat(content("{\"type\":\"DEFINE_RESOURCE\",\"resourceId\":\"room:1\"}"))
                .isEqualTo(command(new AppointmentCommand.DefineResource(Given.ROOM_1, Optional.empty(),
                        ResourceDetails.NONE, Optional.empty())));
        assertThat(content("{\"type\":\"DEFINE_RESOURCE\",\"resourceId\":\"room:1\",\"hours\":[]}"))
                .isEqualTo(command(new AppointmentCommand.DefineResource(Given.ROOM_1, Optional.empty(),
                        new ResourceDetails(Optional.of(List.of()), Optional.empty(), Optional.empty(),
                                Optional.empty()),
                        Optional.empty())));
    }

    @Test
    void readsARetirement() {
        assertThat(content("{\"type\":\"RETIRE_RESOURCE\",\"resourceId\":\"room:1\"}"))
                .isEqualTo(command(new AppointmentCommand.RetireResource(Given.ROOM_1)));
    }

    @Test
    void readsAPool() {
        assertThat(content(POOL)).isEqualTo(command(new AppointmentCommand.DefinePool(new PoolId("rooms"),
                List.of(Given.ROOM_1, ResourceId.of("room:2")), Optional.of(1L))));
        assertThat(content("{\"type\":\"RETIRE_POOL\",\"poolId\":\"rooms\"}"))
                .isEqualTo(command(new AppointmentCommand.RetirePool(new PoolId("rooms"))));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            poolId      | "pool:rooms"          | INVALID_POOL_ID
            resourceIds | []                    | INVALID_RESOURCE_IDS
            resourceIds | ["room one"]          | INVALID_RESOURCE_IDS
            resourceIds | ["room:1", "room:1"]  | INVALID_RESOURCE_IDS
            resourceIds | ["room:1", "pool:1"]  | INVALID_RESOURCE_IDS
            resourceIds | ["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u","v","w","x","y","z"] | INVALID_RESOURCE_IDS
            ifVersion   | -1                    | INVALID_IF_VERSION
            """)
    void rejectsAnImpossibleValueOfAPool(String field, String value, RejectionReason reason) {
        assertThat(content(with(POOL, field, value))).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @Test
    void readsAVisitType() {
        VisitTypeId id = new VisitTypeId("checkup");

        assertThat(content(VISIT_TYPE))
                .isEqualTo(command(new AppointmentCommand.DefineVisitType(id, CHECKUP, Optional.of(1L))));
        assertThat(content("{\"type\":\"DEFINE_VISIT_TYPE\",\"visitTypeId\":\"checkup\",\"duration\":\"PT5M\"}"))
                .isEqualTo(command(new AppointmentCommand.DefineVisitType(id,
                        new VisitTypeDetails(Duration.ofMinutes(5), Optional.empty(), List.of(), Optional.empty(),
                                Optional.empty()),
                        Optional.empty())));
        assertThat(content("{\"type\":\"RETIRE_VISIT_TYPE\",\"visitTypeId\":\"checkup\"}"))
                .isEqualTo(command(new AppointmentCommand.RetireVisitType(id)));
    }

    @Test
    void writesTheVisitTypeThatItReads() {
        ObjectNode json = Json.object();
        VisitTypeFields.write(CHECKUP, json);

        assertThat(VisitTypeFields.read(new Fields(json))).isEqualTo(CHECKUP);
        assertThat(json.at("/buffer/before").textValue()).isEqualTo("PT0M");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            visitTypeId   | "my checkup"                 | INVALID_VISIT_TYPE_ID
            duration      | "PT0M"                       | INVALID_DURATION
            duration      | "PT24H1M"                    | INVALID_DURATION
            duration      | "PT30S"                      | INVALID_DURATION
            duration      | "30"                         | INVALID_DURATION
            buffer        | {"after":"PT4H1M"}           | INVALID_BUFFER
            resourceIds   | ["room:1", "room:1"]         | INVALID_RESOURCE_IDS
            resourceIds   | ["a","b","c","d","e","f","g","h","i","j","k"] | INVALID_RESOURCE_IDS
            minimumNotice | "P1D"                        | INVALID_MINIMUM_NOTICE
            minimumNotice | "-PT1H"                      | INVALID_MINIMUM_NOTICE
            hold          | "PT0M"                       | INVALID_HOLD
            ifVersion     | -1                           | INVALID_IF_VERSION
            """)
    void rejectsAnImpossibleValueOfAVisitType(String field, String value, RejectionReason reason) {
        assertThat(content(with(VISIT_TYPE, field, value))).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @Test
    void cannotReadAVisitTypeWithoutALength() {
        assertThat(content(with(VISIT_TYPE, "duration", "null")))
                .isEqualTo(new AppointmentRequest.Malformed<>("duration is missing"));
    }

    /** A pool has no rules and no calendar of its own. */
    @Test
    void takesNoPoolForAResource() {
        assertThat(content(with("resourceId", "\"pool:rooms\"")))
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_RESOURCE_ID));
        assertThat(content(with(BLOCK, "resourceId", "\"pool:rooms\"")))
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_RESOURCE_ID));
    }

    @Test
    void readsABlockOfWholeDates() {
        assertThat(content(BLOCK)).isEqualTo(command(new AppointmentCommand.BlockResource(new BlockId("leave"),
                Given.ROOM_1, new LocalPeriod(LocalDateTime.parse("2030-05-03T00:00"),
                        LocalDateTime.parse("2030-05-22T00:00")),
                Optional.empty(), OnConflict.LIST)));
    }

    @Test
    void readsABlockOfHours() {
        assertThat(
                content("""
                        {"type":"BLOCK","blockId":"repair","resourceId":"room:1","from":"2030-05-03T14:00","to":"2030-05-03T18:30",
                        "reason":"REPAIR","onConflict":"REFUSE"}"""))
                .isEqualTo(command(new AppointmentCommand.BlockResource(new BlockId("repair"), Given.ROOM_1,
                        new LocalPeriod(LocalDateTime.parse("2030-05-03T14:00"),
                                LocalDateTime.parse("2030-05-03T18:30")),
                        Optional.of(new ReasonCode("REPAIR")), OnConflict.REFUSE)));
        assertThat(content("{\"type\":\"UNBLOCK\",\"blockId\":\"repair\"}"))
                .isEqualTo(command(new AppointmentCommand.LiftBlock(new BlockId("repair"))));
    }

    @Test
    void readsThatAnAppointmentStays() {
        String keep = "{\"type\":\"KEEP\",\"appointmentId\":\"a\",\"resourceId\":\"room:1\"";
        AppointmentRequest.Content<ManagementCommand> neitherOrBoth = new AppointmentRequest.Malformed<>(
                "blockId must be there, or resourceVersion, but not both");

        assertThat(content(keep + ",\"blockId\":\"leave\"}")).isEqualTo(command(new AppointmentCommand.Keep(
                new AppointmentId("a"), Given.ROOM_1, new Displacer.OfBlock(new BlockId("leave")))));
        assertThat(content(keep + ",\"resourceVersion\":3}")).isEqualTo(command(new AppointmentCommand.Keep(
                new AppointmentId("a"), Given.ROOM_1, new Displacer.OfDefinition(Given.ROOM_1, 3))));
        assertThat(content(keep + ",\"resourceVersion\":0}"))
                .isEqualTo(new AppointmentRequest.Invalid<>(RejectionReason.INVALID_RESOURCE_VERSION));
        assertThat(content(keep + "}")).isEqualTo(neitherOrBoth);
        assertThat(content(keep + ",\"resourceVersion\":3,\"blockId\":\"leave\"}")).isEqualTo(neitherOrBoth);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            blockId    | "my leave"         | INVALID_BLOCK_ID
            resourceId | "room one"         | INVALID_RESOURCE_ID
            from       | "2030-02-30"       | INVALID_FROM
            from       | "2030-05-03 14:00" | INVALID_FROM
            from       | "2030-05-03T24:00" | INVALID_FROM
            from       | "12030-05-03"      | INVALID_FROM
            from       | "+12030-05-03T08:00" | INVALID_FROM
            from       | "2030-05-03T08:00Z" | INVALID_FROM
            to         | ""                 | INVALID_TO
            to         | "2030-05-02"       | INVALID_TO
            to         | "2030-05-03T00:00" | INVALID_TO
            to         | "2031-05-04"       | INVALID_TO
            reason     | "on leave"         | INVALID_REASON
            reason     | "HOLD_EXPIRED"     | INVALID_REASON
            onConflict | "CANCEL"           | INVALID_ON_CONFLICT
            """)
    void rejectsAnImpossibleValueOfABlock(String field, String value, RejectionReason reason) {
        assertThat(content(with(BLOCK, field, value))).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            resourceId | "room one"                                     | INVALID_RESOURCE_ID
            timeZone   | "Mars/Base"                                    | INVALID_TIME_ZONE
            hours      | [{"weekly":""}]                                | INVALID_HOURS
            hours      | [{"weekly":"MONDAY"}]                          | INVALID_HOURS
            hours      | [{"weekly":"MONDAY:12:00-08:00"}]              | INVALID_HOURS
            hours      | [{"weekly":"MONDAY:08:00-12:00/MONDAY:13:00-14:00"}] | INVALID_HOURS
            hours      | [{"from":"2030-02-30","weekly":"MONDAY:08:00-12:00"}] | INVALID_HOURS
            hours      | [{"from":"2030-02-02","to":"2030-02-01","weekly":"MONDAY:08:00-12:00"}] | INVALID_HOURS
            hours      | [{"weekly":"MONDAY:08:00-12:00"},{"weekly":"FRIDAY:08:00-12:00"}] | INVALID_HOURS
            capacity   | 0                                              | INVALID_CAPACITY
            capacity   | 101                                            | INVALID_CAPACITY
            buffer     | {"before":"-PT5M"}                             | INVALID_BUFFER
            buffer     | {"before":"5"}                                 | INVALID_BUFFER
            buffer     | {"after":"PT30S"}                              | INVALID_BUFFER
            buffer     | {"after":"PT4H1M"}                             | INVALID_BUFFER
            hold       | "PT59S"                                        | INVALID_HOLD
            hold       | "soon"                                         | INVALID_HOLD
            ifVersion  | -1                                             | INVALID_IF_VERSION
            """)
    void rejectsAnImpossibleValue(String field, String value, RejectionReason reason) {
        assertThat(content(with(field, value))).isEqualTo(new AppointmentRequest.Invalid<>(reason));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            type       | "BOOK"       | type must be DEFINE_RESOURCE, RETIRE_RESOURCE, DEFINE_POOL, RETIRE_POOL, DEFINE_VISIT_TYPE, RETIRE_VISIT_TYPE, BLOCK, UNBLOCK or KEEP
            resourceId | null         | resourceId is missing
            hours      | "always"     | hours must be an array of objects
            hours      | ["always"]   | hours must be an object
            hours      | [{}]         | weekly is missing
            capacity   | "2"          | capacity must be a whole number
            capacity   | 1.5          | capacity must be a whole number
            buffer     | "PT5M"       | buffer must be an object
            ifVersion  | "1"          | ifVersion must be a whole number
            """)
    void cannotReadAFieldOfTheWrongType(String field, String value, String reason) {
        assertThat(content(with(field, value))).isEqualTo(new AppointmentRequest.Malformed<>(reason));
    }

    private static String with(String field, String value) {
        return with(DEFINE, field, value);
    }

    private static String with(String command, String field, String value) {
        ObjectNode body = Json.read(command);
        body.set(field, Json.read("{\"value\":" + value + "}").get("value"));
        return body.toString();
    }

    private AppointmentRequest.Content<ManagementCommand> content(String body) {
        return codec.decode(new IncomingMessage("message-1", body, Map.of(),
                new IncomingMessage.Delivery("h", 1, Optional.empty())), Optional.empty()).content();
    }

    private static AppointmentRequest.Content<ManagementCommand> command(ManagementCommand command) {
        return new AppointmentRequest.Command<>(command, AppointmentRequest.Requester.BY_CLIENT);
    }
}
