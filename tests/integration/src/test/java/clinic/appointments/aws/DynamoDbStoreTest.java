package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.contract.PatientsTable;
import clinic.appointments.fixture.FixedKey;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.contract.StoreContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Block;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.Blocks;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Markings;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.Resources;
import clinic.appointments.port.UndeliverableMarks;
import clinic.appointments.wire.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On tables of its own: the stage's reconciliation would find its appointments overdue. */
@ExtendWith(StageExtension.class)
class DynamoDbStoreTest extends StoreContract {

    private final DynamoDbClient client;
    private final EngineTables owned;
    private final BookingTables tables;

    DynamoDbStoreTest(LocalStage stage) {
        client = EngineTables.client(stage);
        owned = EngineTables.create(stage, client);
        tables = owned.ofBookings();
    }

    /** Powertools compares the end of a record with the real clock. */
    @BeforeEach
    void beginToday() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @AfterEach
    void delete() {
        owned.close();
        client.close();
    }

    @Override
    protected Bookings bookings() {
        return new DynamoDbBookings(client, tables, owned.receipts(clock));
    }

    @Override
    protected Receipts receipts() {
        return owned.receipts(clock);
    }

    @Override
    protected Appointments appointments() {
        return new DynamoDbAppointments(client, tables.appointments());
    }

    @Override
    protected Markings markings() {
        return new DynamoDbMarkings(client, tables.appointments(), owned.receipts(clock));
    }

    @Override
    protected AppointmentSearch search() {
        return new DynamoDbAppointmentSearch(client, tables.appointments());
    }

    @Override
    protected Calendars calendars() {
        return new DynamoDbCalendars(client, tables.calendars());
    }

    @Override
    protected Patients patients() {
        return patients("1");
    }

    @Override
    protected Resources resources() {
        return new DynamoDbResources(client, tables.resources());
    }

    @Override
    protected Blocks blocks() {
        return new DynamoDbBlocks(client, tables.resources(), tables.calendars());
    }

    @Override
    protected UndeliverableMarks undeliverableMarks() {
        return new DynamoDbUndeliverableMarks(client, tables.patients());
    }

    private DynamoDbPatients patients(String versions) {
        return new DynamoDbPatients(client, tables.patients(), FixedKey.fingerprints(versions));
    }

    /** Two releases at once: an item of the earlier one has claims only, one of a later one has more than we know. */
    @Test
    void keepsWhatAnotherReleaseHasWrittenOnADay() {
        Block block = new Block(new BlockId("leave"), Given.ROOM_1, TimeSlot.of(
                LocalDate.parse("2099-03-17"), LocalTime.of(9, 0), LocalTime.of(10, 0), Given.BERLIN).interval(),
                Optional.empty(), new RequestId("block"), Given.NOW, Optional.empty());
        Map<String, AttributeValue> earlier = Map.of(CalendarsTable.KEY,
                AttributeValue.fromS(block.days().getFirst().toString()), "version", AttributeValue.fromN("1"), "busy",
                AttributeValue.fromL(List.of()), "ttl", AttributeValue.fromN("4102444800"));
        Map<String, AttributeValue> later = new HashMap<>(earlier);
        later.put("hold#offer-1", AttributeValue.fromS("of a later release"));
        client.putItem(put -> put.tableName(tables.calendars()).item(earlier));
        assertThat(calendars().days(block.days())).containsExactly(new CalendarDay(block.days().getFirst(), List.of(),
                1));

        client.putItem(put -> put.tableName(tables.calendars()).item(later));
        blocks().create(block, List.of());
        blocks().enter(block, block.days());
        Update claims = CalendarWrite
                .ofClaims(calendars().days(block.days()).getFirst().claimed(block.interval(), new AppointmentId("a")))
                .in(tables.calendars());
        client.transactWriteItems(write -> write.transactItems(TransactWriteItem.builder().update(claims).build()));
        blocks().remove(block.id(), block.days());

        assertThat(client.getItem(get -> get.tableName(tables.calendars())
                .key(CalendarItem.key(block.days().getFirst()))).item())
                .containsEntry("hold#offer-1", AttributeValue.fromS("of a later release"))
                .containsEntry("version", AttributeValue.fromN("4")).containsKey("busy")
                .doesNotContainKey("block#leave");
    }

    @Test
    void findsPatientsOfEveryVersionThatIsInUsePageByPage() {
        String address = UUID.randomUUID() + "@example.org";
        List<PatientId> ids = Stream.of("1,0", "2,1", "1,0", "3,2,1", "2,1").map(versions -> save(versions, address))
                .toList();

        assertThat(found("3,2,1", address)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(found("2", address)).containsExactlyInAnyOrder(ids.get(1), ids.get(4));
        assertThatThrownBy(() -> patients("1").ofEmail(address,
                new PageRequest(2, Optional.of(new EmailCursor(1, Optional.empty()).written()))))
                .isInstanceOf(BadCursorException.class);
    }

    @Test
    void isFoundInTheCurrentVersionAloneWhenTheIndexWasRebuilt() {
        String address = UUID.randomUUID() + "@example.org";
        List<PatientId> ids = Stream.of("1", "2,1", "3,2,1").map(versions -> save(versions, address)).toList();
        List<Map<String, AttributeValue>> before = ids.stream().map(this::withoutIndex).toList();
        rebuild("3,2,1");

        assertThat(found("3", address)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ids.stream().map(this::withoutIndex)).isEqualTo(before);
        assertThat(Stream.of("1", "2").flatMap(version -> found(version, address).stream())).isEmpty();
        rebuild("1");
    }

    @Test
    void isNotIndexedByTheRebuildingOfWhoHasNoAddress() {
        PatientId id = new PatientId(UUID.randomUUID().toString());
        Patient registered = Patient.registered(id, Given.details(Optional.empty()), Given.writer("req"), Given.NOW);
        patients("1").save(registered);
        rebuild("2,1");

        assertThat(item(id)).doesNotContainKey(PatientsTable.EMAIL_HASH);
        rebuild("1");
    }

    @Test
    void deletesWithTheNotesWhatWasHashedOfBodiesWithoutASecret() {
        String id = UUID.randomUUID().toString().substring(0, 20);
        Appointment known = Given.confirmed(Given.bookingOf(new PatientId(id), id, Given.slot("09:00", "09:30")));
        Map<String, AttributeValue> item = new HashMap<>(AppointmentItem.of(known));
        item.remove(HistoryItem.NAME);
        item.put(FormerHistoryItem.NAME, AttributeValue.fromL(
                known.history().stream().map(DynamoDbStoreTest::hashed).toList()));
        client.putItem(put -> put.tableName(tables.appointments().name()).item(item));
        appointments().deleteNotes(known.id());
        appointments().deleteNotes(known.id());

        Map<String, AttributeValue> left = client.getItem(
                get -> get.tableName(tables.appointments().name()).key(AppointmentItem.key(known.id()))).item();
        assertThat(AppointmentItem.read(left).history()).extracting(HistoryEntry::to)
                .isEqualTo(known.history().stream().map(HistoryEntry::to).toList());
        item.put(FormerHistoryItem.NAME, AttributeValue.fromL(item.get(FormerHistoryItem.NAME).l().stream()
                .map(DynamoDbStoreTest::withoutHash).toList()));
        assertThat(left).isEqualTo(item);
    }

    private static AttributeValue hashed(HistoryEntry entry) {
        return Attributes.empty().number("v", entry.version()).text("at", entry.provenance().at().toString())
                .text("by", entry.provenance().actor()).text("do", entry.action().name()).text("to", entry.to().name())
                .text("req", entry.provenance().requestId().written())
                .text(FormerHistoryItem.BODY_HASH, Hash.of("{}")).asMap();
    }

    private static AttributeValue withoutHash(AttributeValue entry) {
        Map<String, AttributeValue> left = new HashMap<>(entry.m());
        left.remove(FormerHistoryItem.BODY_HASH);
        return AttributeValue.fromM(left);
    }

    private void rebuild(String versions) {
        DynamoDbEmailIndex index = new DynamoDbEmailIndex(client, tables.patients(), FixedKey.fingerprints(versions));
        Optional<PatientId> last = index.rebuildPage(Optional.empty());
        while (last.isPresent()) {
            last = index.rebuildPage(last);
        }
    }

    private PatientId save(String versions, String address) {
        PatientId id = new PatientId(UUID.randomUUID().toString());
        patients(versions).save(Patient.registered(id, Given.details(Optional.of(address)), Given.writer("req"),
                Given.NOW));
        return id;
    }

    private List<PatientId> found(String versions, String address) {
        return Page.<Patient>walk(
                page -> patients(versions).ofEmail(address.toUpperCase(Locale.ROOT), new PageRequest(2, page.cursor())))
                .map(Patient::id).toList();
    }

    private Map<String, AttributeValue> withoutIndex(PatientId id) {
        Map<String, AttributeValue> item = new HashMap<>(item(id));
        item.remove(PatientsTable.EMAIL_HASH);
        return item;
    }

    private Map<String, AttributeValue> item(PatientId id) {
        return client.getItem(get -> get.tableName(tables.patients()).key(PatientItem.key(id))).item();
    }
}
