package clinic.appointments.aws;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.Marks;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.Relocation;
import clinic.appointments.model.Relocation.Place;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.TimeSlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What does not follow from the rest of an item is written, however unlikely it is. */
class HistoryItemsTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final HistoryEntry FIRST = Appointment
            .requested(BOOKING, request(Given.requestOf(BOOKING)), Given.TERMS)
            .latestChange();
    private static final ClientId DESK = new ClientId("123456789012/front-desk");
    private static final ClientId APP = new ClientId("123456789012/app");

    @Test
    void writesTheVersionsAndStatusesThatDoNotFollow() {
        isKept(entry(7, Optional.of(AppointmentStatus.CANCELLED), AppointmentStatus.COMPLETED));
        isKept(entry(2, Optional.empty(), AppointmentStatus.REQUESTED));
        isKept(entry(2, Optional.of(AppointmentStatus.REQUESTED), AppointmentStatus.REQUESTED));
    }

    @ParameterizedTest
    @EnumSource(AppointmentAction.class)
    void keepsEachAction(AppointmentAction action) {
        isKept(new HistoryEntry(2, FIRST.provenance(), action, Optional.of(AppointmentStatus.REQUESTED),
                AppointmentStatus.CONFIRMED, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(Initiator.class)
    void keepsWhoWishedForAChange(Initiator initiator) {
        isKept(new HistoryEntry(2, FIRST.provenance().initiatedBy(Optional.of(initiator)), AppointmentAction.CANCEL,
                Optional.of(AppointmentStatus.REQUESTED), AppointmentStatus.CANCELLED, Optional.empty()));
    }

    @Test
    void tellsClientsApart() {
        isKept(by(new RequestId("req-a", DESK), Optional.of(DESK)), by(new RequestId("req-a", APP), Optional.of(DESK)),
                by(new RequestId("req-a", APP), Optional.of(APP)), by(new RequestId("req-a"), Optional.empty()),
                by(new RequestId("req-a"), Optional.of(new ClientId("="))));
    }

    @Test
    void keepsTheCorrelationIdThatAClientNames() {
        isKept(change(request(new RequestId("req-a")).correlatedBy("story-7")),
                change(Provenance.following(new RequestId("req-a"), Given.NOW).correlatedBy("story-7")),
                change(Provenance.following(new RequestId("req-a"), Given.NOW)),
                change(request(new RequestId("req-b")).correlatedBy("story-7")),
                change(request(new RequestId("req-b")).correlatedBy(UUID.randomUUID().toString())));
    }

    /** With them, an item would no longer fit into a kilobyte. */
    @Test
    void keepsCorrelationIdsUntilTheSecondMove() {
        HistoryEntry first = correlated(move("09:00", "10:00"), "req-b");
        HistoryEntry second = correlated(move("10:00", "09:00"), "req-c");
        assertThat(correlationsOf(first)).containsExactly("req-a", "story-7");
        assertThat(correlationsOf(first, second)).containsExactly("req-a", "req-b", "req-c");
    }

    private static List<String> correlationsOf(HistoryEntry... moves) {
        return AppointmentItem.read(AppointmentItem.of(with(moves))).history().stream()
                .map(entry -> entry.provenance().correlation()).toList();
    }

    private static HistoryEntry correlated(HistoryEntry move, String request) {
        return new HistoryEntry(move.version(),
                request(new RequestId(request)).correlatedBy("story-7"), move.action(), move.from(), move.to(),
                move.reason(), move.relocation());
    }

    @Test
    void keepsTimesOfWhichAMillisecondIsNotEnough() {
        isKept(at(Instant.parse("2026-03-10T08:00:00.123456Z")), at(Instant.parse("1969-12-31T23:59:59.999Z")));
    }

    @Test
    void keepsThePlaceThatAMoveLedToWhenTheNextLeftAnother() {
        isKept(move("09:00", "10:00"), move("11:00", "12:00"), move("12:00", "09:00"));
    }

    /** Clocks that go forward or back, an end at midnight, and rules of the zone that have changed since. */
    @ParameterizedTest
    @CsvSource({"2026-03-29, 01:30, 03:30, Europe/Berlin", "2026-10-25, 01:30, 03:30, Europe/Berlin",
            "2026-03-17, 23:00, 00:00, Asia/Kathmandu", "2026-03-17, 00:00, 00:00, Pacific/Apia",
            "1890-01-01, 09:00, 09:30, Europe/Berlin", "2026-03-17, 09:00:30, 09:31, Europe/Berlin"})
    void keepsEveryTime(LocalDate date, LocalTime start, LocalTime end, ZoneId zone) {
        TimeSlot slot = TimeSlot.of(date, start, end, zone);
        TimeSlot shifted = new TimeSlot(slot.local(), zone, Given.slot("09:00", "09:45").interval());
        List.of(slot, shifted).forEach(each -> {
            Place place = new Place(each, List.of(Given.ROOM_1, Given.DR_GREY));
            Appointment appointment = Given.requested(Given.booking("a", each));
            assertThat(PlaceItem.read(PlaceItem.of(place))).isEqualTo(place);
            assertThat(AppointmentItem.read(AppointmentItem.of(appointment))).isEqualTo(appointment);
        });
    }

    private static void isKept(HistoryEntry... entries) {
        Appointment appointment = with(entries);
        assertThat(AppointmentItem.read(AppointmentItem.of(appointment)).history()).isEqualTo(appointment.history());
    }

    private static Appointment with(HistoryEntry... entries) {
        List<HistoryEntry> history = new ArrayList<>(List.of(FIRST));
        history.addAll(List.of(entries));
        return new Appointment(BOOKING, Given.requested(BOOKING).buffers(), Optional.empty(), Optional.empty(), history,
                List.of(), Marks.NONE);
    }

    private static HistoryEntry entry(long version, Optional<AppointmentStatus> from, AppointmentStatus to) {
        return new HistoryEntry(version, FIRST.provenance(), AppointmentAction.CONFIRM, from, to, Optional.empty());
    }

    private static HistoryEntry by(RequestId request, Optional<ClientId> signedBy) {
        return change(new Provenance(request, Optional.empty(), "staff-7", Optional.empty(), Given.NOW, signedBy));
    }

    private static Provenance request(RequestId request) {
        return new Provenance(request, Optional.of(Given.NOW), Provenance.CLIENT, Optional.empty(), Given.NOW);
    }

    private static HistoryEntry at(Instant time) {
        return change(new Provenance(new RequestId("req-b"), Optional.of(Given.NOW), Provenance.SERVICE,
                Optional.empty(), time));
    }

    private static HistoryEntry change(Provenance provenance) {
        return new HistoryEntry(2, provenance, AppointmentAction.CONFIRM, Optional.of(AppointmentStatus.REQUESTED),
                AppointmentStatus.CONFIRMED, Optional.empty());
    }

    private static HistoryEntry move(String from, String to) {
        return new HistoryEntry(2, FIRST.provenance(), AppointmentAction.RESCHEDULE,
                Optional.of(AppointmentStatus.CONFIRMED), AppointmentStatus.CONFIRMED, Optional.empty(),
                Optional.of(new Relocation(place(from), place(to))));
    }

    private static Place place(String start) {
        return new Place(Given.slot(start, LocalTime.parse(start).plusMinutes(30).toString()), List.of(Given.ROOM_1));
    }
}
