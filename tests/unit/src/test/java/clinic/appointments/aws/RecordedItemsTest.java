package clinic.appointments.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.model.RequestId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Items as earlier versions wrote them, named by the day when their form was last written, are still read. */
class RecordedItemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = "2026-11-27")
    void areRead(String form) throws IOException {
        JsonNode recorded = recorded("appointments-" + form);

        assertThat(recorded.properties()).extracting(entry -> entry.getKey())
                .containsExactlyElementsOf(Lives.all().keySet());
        Lives.all().forEach((name, life) -> assertThat(read(recorded.path(name))).as(name).isEqualTo(life));
    }

    @Test
    void areReadAsTheyWereWrittenInThePresentForm() {
        Lives.all().forEach(
                (name, life) -> assertThat(AppointmentItem.read(AppointmentItem.of(life))).as(name).isEqualTo(life));
    }

    /** The figures of docs/decisions/0035; an item of up to 1,024 bytes costs one write unit. */
    @ParameterizedTest
    @CsvSource({"booked, 480", "confirmed, 595", "moved, 785", "moved twice, 975", "reminded, 915", "cancelled, 1086",
            "completed, 590"})
    void haveTheSizeThatTheDecisionNames(String name, int bytes) {
        assertThat(sizeOf(Lives.all().get(name))).isEqualTo(bytes);
    }

    @Test
    void staysBelowAKilobyteWithALeaseAfterTwoMoves() {
        Appointment moved = Lives.all().get("moved twice");
        Reminder next = moved.openReminders().findFirst().orElseThrow();
        ReminderLease lease = new ReminderLease(UUID.randomUUID().toString(), next.dueAt().plusMillis(29_999));

        assertThat(sizeOf(moved.with(next.leasedTo(lease)))).isGreaterThan(sizeOf(moved)).isLessThan(1024);
    }

    /** The figures of docs/decisions/0043: all three states, each by an actor with a short id. */
    @ParameterizedTest
    @CsvSource({"confirmed, 101", "moved, 101"})
    void growByTheirMarks(String name, int bytes) {
        Appointment life = Lives.all().get(name);
        Appointment marked = life.with(new Marks(Stream.of(CheckInState.values()).collect(
                Collectors.toMap(state -> state, _ -> new Mark(Given.NOW, "reception-1")))));

        assertThat(sizeOf(marked) - sizeOf(life)).isEqualTo(bytes);
        assertThat(AppointmentItem.read(AppointmentItem.of(marked))).isEqualTo(marked);
    }

    /** A UUID for each request, as a client that traces its own calls sends. */
    @ParameterizedTest
    @CsvSource({"confirmed, 20", "moved, 40", "moved twice, 0"})
    void haveRoomForTheCorrelationIdsOfTheirClient(String name, int bytes) {
        Appointment life = Lives.all().get(name);
        Appointment correlated = new Appointment(life.booking(), life.buffers(), life.holdExpiresAt(),
                life.forgottenAt(), correlated(life.history()), life.reminders(), life.marks());
        assertThat(sizeOf(correlated) - sizeOf(life)).isEqualTo(bytes);
    }

    /** The confirmation belongs to the request of the booking. */
    private static List<HistoryEntry> correlated(List<HistoryEntry> history) {
        Map<RequestId, String> ids = new HashMap<>();
        return history.stream().map(entry -> correlated(entry,
                ids.computeIfAbsent(entry.provenance().requestId(), _ -> UUID.randomUUID().toString()))).toList();
    }

    private static HistoryEntry correlated(HistoryEntry entry, String correlation) {
        return new HistoryEntry(entry.version(), entry.provenance().correlatedBy(correlation),
                entry.action(), entry.from(), entry.to(), entry.reason(), entry.relocation());
    }

    private static int sizeOf(Appointment appointment) {
        return ItemSize.of(new AppointmentTable("table", 4, 4).item(appointment));
    }

    private static Appointment read(JsonNode item) {
        return AppointmentItem.read(ItemJson.read(item));
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream resource = RecordedItemsTest.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(resource, name));
        }
    }
}
