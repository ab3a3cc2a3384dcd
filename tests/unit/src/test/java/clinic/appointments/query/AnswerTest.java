package clinic.appointments.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBlocks;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Displacement;
import clinic.appointments.model.Displacer;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.Mark;
import clinic.appointments.model.Marks;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.SlotSearch;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.model.VisitTerms;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import clinic.appointments.port.Page;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerTest {

    private static final Booking WITH_NOTES = new Booking(new AppointmentId("a"), Given.ADA,
            List.of(Given.ROOM_1), Given.slot("09:00", "09:30"), Optional.of("knee"));

    private final InMemoryStore store = new InMemoryStore();
    private final MovableClock clock = new MovableClock();
    private final AnswerQuestion use = new AnswerQuestion(
            new FindAppointments(store, store, store, Given.TERMS, clock),
            new FindResources(store, new InMemoryBlocks(store), store, store, Given.TERMS, clock),
            new SearchSlots(store, store, store, Given.TERMS, clock), store,
            new InMemoryRecords(clock), new SummarizeOverdue(store, new InMemoryRecords(clock), clock));

    @Test
    void showsNotesInTheSingleReadOnly() {
        Appointment appointment = Given.confirmed(WITH_NOTES);
        store.put(appointment);

        assertThat(body(new Question.OneAppointment(appointment.id()))).isEqualTo("{"
                + "\"appointmentId\":\"a\",\"patientId\":\"patient-ada\",\"appointmentDate\":\"2026-03-17\","
                + "\"startTime\":\"09:00\",\"endTime\":\"09:30\",\"timeZone\":\"Europe/Berlin\","
                + "\"startAt\":\"2026-03-17T08:00:00Z\",\"endAt\":\"2026-03-17T08:30:00Z\",\"status\":\"CONFIRMED\","
                + "\"version\":2,\"createdAt\":\"2026-03-10T08:00:00Z\",\"updatedAt\":\"2026-03-10T08:00:00Z\","
                + "\"resourceIds\":[\"room:1\"],\"notes\":\"knee\",\"history\":["
                + "{\"version\":1,\"at\":\"2026-03-10T08:00:00Z\",\"actor\":\"client\",\"action\":\"BOOK\","
                + "\"to\":\"REQUESTED\",\"requestId\":\"req-a\",\"client\":\"AppointmentRequestQueue\","
                + "\"correlationId\":\"correlation-1\"},"
                + "{\"version\":2,\"at\":\"2026-03-10T08:00:00Z\",\"actor\":\"service\",\"action\":\"CONFIRM\","
                + "\"from\":\"REQUESTED\",\"to\":\"CONFIRMED\",\"requestId\":\"req-a\","
                + "\"client\":\"AppointmentRequestQueue\",\"correlationId\":\"correlation-1\"}],\"reminders\":["
                + "{\"kind\":\"PT24H\",\"dueAt\":\"2026-03-16T08:00:00Z\",\"state\":\"SCHEDULED\","
                + "\"changedAt\":\"2026-03-10T08:00:00Z\"},"
                + "{\"kind\":\"PT2H\",\"dueAt\":\"2026-03-17T06:00:00Z\",\"state\":\"SCHEDULED\","
                + "\"changedAt\":\"2026-03-10T08:00:00Z\"}]}");
        assertThat(body(
                new Question.AppointmentsOfPatient(Given.ADA, Period.ALWAYS, new PageRequest(10, Optional.empty()))))
                .contains("\"appointmentId\":\"a\"").doesNotContain("knee").doesNotContain("cursor");
    }

    @Test
    void showsHowFarThePatientHasComeInListsToo() {
        Instant came = Instant.parse("2026-03-17T07:50:00Z");
        store.put(Given.confirmed(WITH_NOTES).with(new Marks(Map.of(CheckInState.IN_ROOM,
                new Mark(came.plusSeconds(600), "dr-7"), CheckInState.ARRIVED, new Mark(came, "desk-1")))));
        String shown = "\"checkIn\":{\"state\":\"IN_ROOM\",\"marks\":["
                + "{\"state\":\"ARRIVED\",\"at\":\"2026-03-17T07:50:00Z\",\"actor\":\"desk-1\"},"
                + "{\"state\":\"IN_ROOM\",\"at\":\"2026-03-17T08:00:00Z\",\"actor\":\"dr-7\"}]}";

        assertThat(body(new Question.OneAppointment(WITH_NOTES.appointmentId()))).contains(shown);
        assertThat(body(new Question.AppointmentsOfPatient(Given.ADA, Period.ALWAYS,
                new PageRequest(10, Optional.empty())))).contains(shown);
    }

    @Test
    void showsWhatItIsKeptAgainst() {
        Instant decided = Instant.parse("2026-03-16T07:50:00Z");
        store.put(Given.confirmed(WITH_NOTES).with(new Marks(Map.of(), Map.of(
                new Displacer.OfDefinition(Given.ROOM_1, 3), new Mark(decided.plusSeconds(60), "manager-2"),
                new Displacer.OfBlock(new BlockId("leave")), new Mark(decided, "manager-1")))));

        assertThat(body(new Question.OneAppointment(WITH_NOTES.appointmentId()))).contains("\"kept\":["
                + "{\"blockId\":\"leave\",\"at\":\"2026-03-16T07:50:00Z\",\"actor\":\"manager-1\"},"
                + "{\"resourceId\":\"room:1\",\"resourceVersion\":3,\"at\":\"2026-03-16T07:51:00Z\","
                + "\"actor\":\"manager-2\"}]");
    }

    @Test
    void namesWhatHasDisplaced() {
        Appointment displaced = Given.confirmed(WITH_NOTES);

        assertThat(AppointmentJson.displaced(List.of(
                new Displacement(displaced, RejectionReason.RESOURCE_BLOCKED,
                        Optional.of(new Displacer.OfBlock(new BlockId("leave")))),
                new Displacement(displaced, RejectionReason.OUTSIDE_OPENING_HOURS,
                        Optional.of(new Displacer.OfDefinition(Given.ROOM_1, 3))),
                new Displacement(displaced, RejectionReason.SLOT_TAKEN, Optional.empty()))))
                .contains("{\"cause\":\"RESOURCE_BLOCKED\",\"blockId\":\"leave\",\"appointment\":{")
                .contains("\"OUTSIDE_OPENING_HOURS\",\"resourceId\":\"room:1\",\"resourceVersion\":3,"
                        + "\"appointment\":{")
                .contains("{\"cause\":\"SLOT_TAKEN\",\"appointment\":{");
    }

    @Test
    void showsWhoWishedForACancellation() {
        Provenance cancel = Given.provenance(new RequestId("cancel")).initiatedBy(Optional.of(Initiator.PRACTITIONER));
        store.put(Given.confirmed(WITH_NOTES).cancelled(cancel, Optional.empty(), Given.TERMS,
                Given.DAY_AND_TWO_HOURS));

        assertThat(body(new Question.OneAppointment(WITH_NOTES.appointmentId())))
                .contains("\"cancellation\":{\"initiatedBy\":\"PRACTITIONER\",\"actor\":",
                        "\"initiatedBy\":\"PRACTITIONER\"}],\"reminders\":");
    }

    @Test
    void showsTheVisitTypeOfAnAppointmentAndOfItsBooking() {
        store.put(Given.confirmed(new Booking(new AppointmentId("a"), Given.ADA, List.of(Given.ROOM_1),
                Given.slot("09:00", "09:30"), Optional.empty(),
                Optional.of(new VisitTerms(new VisitTypeId("checkup"), 3,
                        Duration.ofMinutes(30), Buffer.NONE, Duration.ZERO)))));

        assertThat(body(new Question.OneAppointment(new AppointmentId("a"))))
                .contains("\"visitType\":\"checkup\",\"visitTypeVersion\":3,\"resourceIds\":",
                        "\"visitType\":\"checkup\",\"visitTypeVersion\":3},{\"version\":2");
    }

    @Test
    void showsAVisitType() {
        VisitTypeId id = new VisitTypeId("checkup");
        store.save(Given.visitType("checkup", Duration.ofMinutes(20), Given.ROOM_1));

        assertThat(body(new Question.OneVisitType(id))).isEqualTo("{\"visitTypeId\":\"checkup\",\"retired\":false,"
                + "\"duration\":\"PT20M\",\"resourceIds\":[\"room:1\"],\"version\":1,"
                + "\"updatedAt\":\"2026-03-10T08:00:00Z\"}");
        store.save(new VisitType(id, Optional.empty(), 2, Given.writer("retire"), Given.NOW));
        assertThat(body(new Question.OneVisitType(id))).isEqualTo("{\"visitTypeId\":\"checkup\",\"retired\":true,"
                + "\"version\":2,\"updatedAt\":\"2026-03-10T08:00:00Z\"}");
    }

    @Test
    void tellsWhereTheNextPageBegins() {
        Page<Appointment> page = new Page<>(List.of(), Optional.of("further"));

        assertThat(Reply.to(new Answer.Appointments(page)).getBody())
                .isEqualTo("{\"appointments\":[],\"cursor\":\"further\"}");
    }

    @Test
    void showsEveryFieldOfAPatient() {
        store.save(Given.patient(Given.ADA));
        String ada = "{\"patientId\":\"patient-ada\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\","
                + "\"email\":\"ada@example.org\",\"phone\":\"+44 20 7946 0000\",\"dateOfBirth\":\"1990-12-10\","
                + "\"reminderPreference\":\"EMAIL\",\"version\":1,\"createdAt\":\"2026-03-10T08:00:00Z\","
                + "\"updatedAt\":\"2026-03-10T08:00:00Z\"}";

        assertThat(body(new Question.OnePatient(Given.ADA))).isEqualTo(ada);
        assertThat(body(new Question.PatientsOfEmail("ADA@example.org", PageRequest.first())))
                .isEqualTo("{\"patients\":[" + ada + "]}");
    }

    @Test
    void showsEveryStateOfAReceipt() {
        assertThat(receipt(Optional.empty())).isEqualTo("{\"requestId\":\"r\",\"state\":\"PENDING\",\"conflicts\":0}");
        assertThat(receipt(Optional.of(new Receipt.Accepted(Optional.of(WITH_NOTES.appointmentId()))))).isEqualTo(
                "{\"requestId\":\"r\",\"state\":\"ACCEPTED\",\"appointmentId\":\"a\",\"conflicts\":0}");
        assertThat(receipt(Optional.of(new Receipt.Rejected(RejectionReason.SLOT_TAKEN)))).isEqualTo(
                "{\"requestId\":\"r\",\"state\":\"REJECTED\",\"code\":\"SLOT_TAKEN\",\"conflicts\":0}");
        assertThat(receipt(Optional.of(new Receipt.Rejected(RejectionReason.SLOT_TAKEN,
                Evidence.blockedBy(new AppointmentId("other")))))).isEqualTo("{\"requestId\":\"r\","
                        + "\"state\":\"REJECTED\",\"code\":\"SLOT_TAKEN\",\"blockedBy\":\"other\",\"conflicts\":0}");
        assertThat(receipt(Optional.of(new Receipt.Accepted(Optional.empty(), Optional.of(2))))).isEqualTo(
                "{\"requestId\":\"r\",\"state\":\"ACCEPTED\",\"displaced\":2,\"conflicts\":0}");
        assertThat(receipt(Optional.of(new Receipt.Parked("body must be JSON")))).isEqualTo(
                "{\"requestId\":\"r\",\"state\":\"PARKED\",\"code\":\"body must be JSON\",\"conflicts\":0}");
        assertThat(receipt(new Receipt(new RequestId("r"), Optional.empty(), true, 0)))
                .isEqualTo("{\"requestId\":\"r\",\"state\":\"GIVEN_UP\",\"conflicts\":0}");
    }

    @Test
    void showsWhatIsFreeAndWhatIsRefused() {
        TimeSlot slot = Given.slot("09:00", "09:30");
        String shown = "{\"appointmentDate\":\"2026-03-17\",\"startTime\":\"09:00\",\"endTime\":\"09:30\","
                + "\"timeZone\":\"Europe/Berlin\",\"startAt\":\"2026-03-17T08:00:00Z\","
                + "\"endAt\":\"2026-03-17T08:30:00Z\"";
        Page<SlotSearch.Candidate> page = new Page<>(
                List.of(new SlotSearch.Candidate(slot, List.of(Given.ROOM_1), Optional.empty()),
                        refused(slot, RejectionReason.SLOT_TAKEN, Evidence.blockedBy(new AppointmentId("b"))),
                        refused(slot, RejectionReason.NOTICE_TOO_SHORT, Evidence.setting("minimumNotice", "PT2H"))),
                Optional.of("further"));

        assertThat(Reply.to(new Answer.Candidates(page, true)).getBody()).isEqualTo("{\"freeSlots\":[" + shown
                + ",\"resourceIds\":[\"" + Given.ROOM_1 + "\"]}],"
                + "\"refused\":[" + shown + ",\"rule\":\"SLOT_TAKEN\",\"blockedBy\":\"b\"}," + shown
                + ",\"rule\":\"NOTICE_TOO_SHORT\",\"setting\":\"minimumNotice PT2H\"}],\"cursor\":\"further\"}");
        assertThat(Reply.to(new Answer.Candidates(new Page<>(List.of(), Optional.empty()), false)).getBody())
                .isEqualTo("{\"freeSlots\":[]}");
    }

    private static SlotSearch.Candidate refused(TimeSlot slot, RejectionReason reason, Evidence evidence) {
        return new SlotSearch.Candidate(slot, List.of(), Optional.of(new Decision.Rejected(reason, evidence)));
    }

    @Test
    void summarizesWhatIsOverdue() {
        assertThat(body(new Question.SummaryOfOverdue())).isEqualTo(
                "{\"late\":{\"confirmations\":0,\"holds\":0,\"reminders\":0},\"pendingTooLong\":0,\"parked\":0,"
                        + "\"givenUp\":0,\"complete\":true}");
    }

    @Test
    void saysWhenThereIsNone() {
        var reply = Reply.to(use.answer(new Question.OnePatient(new PatientId("nobody"))));

        assertThat(reply.getStatusCode()).isEqualTo(404);
        assertThat(reply.getHeaders()).containsEntry("Content-Type", "application/problem+json");
        assertThat(reply.getBody()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"nothing with this id exists\"}");
    }

    private String body(Question question) {
        return Reply.to(use.answer(question)).getBody();
    }

    private static String receipt(Optional<Receipt.Result> outcome) {
        return receipt(new Receipt(new RequestId("r"), outcome, 0));
    }

    private static String receipt(Receipt receipt) {
        return Reply.to(new Answer.OneReceipt(receipt)).getBody();
    }
}
