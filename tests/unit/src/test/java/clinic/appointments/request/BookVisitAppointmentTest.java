package clinic.appointments.request;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBookings;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest.Requester;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.OpenSlot;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.model.VisitRequest;
import clinic.appointments.model.VisitTerms;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeDetails;
import clinic.appointments.model.VisitTypeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookVisitAppointmentTest extends RequestUseCaseTest {

    private static final VisitTypeId CHECKUP = new VisitTypeId("checkup");
    private static final ResourceId DOCTORS = ResourceId.of("pool:doctors");
    private static final ResourceId BELL = ResourceId.of("practitioner:dr-bell");
    private static final Buffer TIDYING = new Buffer(Duration.ZERO, Duration.ofMinutes(10));
    private static final Requester STAFF = new Requester("dr-7",
            Optional.of(new StaffOverride("dr-7", new ReasonCode("URGENT"))));

    private static final Disposition MISMATCH = new Disposition.Rejected(RejectionReason.DURATION_MISMATCH,
            Evidence.setting("duration", Duration.ofMinutes(40)));

    @BeforeEach
    void define() {
        store.save(Given.pool("doctors", BELL, Given.DR_GREY));
        store.save(type(Duration.ofMinutes(40), 1));
    }

    @Test
    void setsTheEndTheResourcesAndTheBuffers() {
        assertThat(take("r", visit("a", "09:00"))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));

        Appointment booked = stored("a");
        assertThat(booked.slot()).isEqualTo(Given.slot("09:00", "09:40"));
        assertThat(booked.booking().visit()).contains(
                new VisitTerms(CHECKUP, 1, Duration.ofMinutes(40), TIDYING, Duration.ofHours(1)));
        assertThat(booked.wantedResources()).containsExactly(DOCTORS, Given.ROOM_1);
        assertThat(booked.buffers().of(Given.ROOM_1)).isEqualTo(TIDYING);
    }

    @Test
    void keepsTheTimeAroundAVisitFree() {
        take("r", visit("a", "09:00"));

        assertThat(take("s", visit("b", "09:45"))).isInstanceOfSatisfying(Disposition.Rejected.class,
                rejected -> assertThat(rejected.reason()).isEqualTo(RejectionReason.SLOT_TAKEN));
        assertThat(take("t", visit("c", "09:50"))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @Test
    void letsANamedMemberTakeThePlaceOfThePool() {
        take("r", visit("a", "09:00", Optional.empty(), BELL));

        assertThat(stored("a").booking().resources()).containsExactly(BELL, Given.ROOM_1);
        assertThat(stored("a").pools()).isEmpty();
    }

    @Test
    void refusesAnotherEndUnlessStaffWantsIt() {
        assertThat(take("r", visit("a", "09:00", Optional.of("10:00")))).isEqualTo(MISMATCH);
        assertThat(take("s", visit("b", "09:00", Optional.of("09:40"))))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(take("t", visit("c", "11:00", Optional.of("12:00")), STAFF))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(stored("c").booking().visit()).map(VisitTerms::duration).contains(Duration.ofHours(1));
    }

    @Test
    void refusesAVisitThatEndsOnAnotherDate() {
        assertThat(take("r", visit("a", "23:30"))).isEqualTo(new Disposition.Rejected(
                RejectionReason.INVALID_END_TIME, Evidence.setting("duration", Duration.ofMinutes(40))));
    }

    @Test
    void waitsForTheVisitType() {
        RequestCommand early = new AppointmentCommand.BookVisit(wanted("a", "talk", "09:00", Optional.empty()));

        assertThat(take("r", early)).isInstanceOf(Disposition.Deferred.class);
        store.save(Given.visitType("talk", Duration.ofMinutes(30)));
        assertThat(take("r", early)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(takeAtLast(Given.request(new RequestId("s"),
                new AppointmentCommand.BookVisit(wanted("b", "none", "09:00", Optional.empty())))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_VISIT_TYPE));
    }

    @Test
    void refusesARetiredVisitType() {
        retire();

        assertThat(take("r", visit("a", "09:00")))
                .isEqualTo(new Disposition.Rejected(RejectionReason.VISIT_TYPE_RETIRED));
    }

    /** The receipt is lost, so that the appointment alone knows its request. */
    @Test
    void resolvesNothingAgainHoweverOftenTheMessageComes() {
        take("r", visit("a", "09:00"));
        Appointment booked = stored("a");
        retire();

        assertThat(takeWithoutReceipts("r", visit("a", "09:00"))).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(stored("a")).isEqualTo(booked);
        assertThat(takeWithoutReceipts("s", visit("a", "09:00")))
                .isEqualTo(new Disposition.Rejected(RejectionReason.APPOINTMENT_EXISTS));
    }

    @Test
    void movesByWhatWasBookedAndNotByWhatIsDefinedNow() {
        take("r", visit("a", "09:00"));
        store.save(type(Duration.ofMinutes(20), 2));

        assertThat(take("s", moved("14:00", Optional.empty())))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
        assertThat(stored("a").slot()).isEqualTo(Given.slot("14:00", "14:40"));
        assertThat(stored("a").booking().visit()).map(VisitTerms::version).contains(1L);
        assertThat(stored("a").buffers().of(Given.ROOM_1)).isEqualTo(TIDYING);
    }

    @Test
    void refusesAMoveToAnotherLengthUnlessStaffWantsIt() {
        take("r", visit("a", "09:00"));

        assertThat(take("s", moved("14:00", Optional.of("15:00")))).isEqualTo(MISMATCH);
        assertThat(take("t", moved("14:00", Optional.of("15:00")), STAFF))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
        assertThat(take("u", moved("16:00", Optional.empty())))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
        assertThat(stored("a").slot()).as("as long as staff made it").isEqualTo(Given.slot("16:00", "17:00"));
    }

    @Test
    void keepsTheNoticeForMoves() {
        take("r", visit("a", "11:00"));
        clock.advance(Duration.between(clock.instant(), Given.slot("08:00", "08:30").interval().start()));

        assertThat(take("s", moved("08:50", Optional.empty())))
                .isEqualTo(new Disposition.Rejected(RejectionReason.NOTICE_TOO_SHORT,
                        Evidence.setting("minimumNotice", Duration.ofHours(1))));
    }

    @Test
    void needsAnEndToMoveWhatHasNoVisitType() {
        take(BOOKING);

        assertThat(take("s", moved("14:00", Optional.empty())))
                .isEqualTo(new Disposition.Rejected(RejectionReason.INVALID_END_TIME));
    }

    private void retire() {
        store.save(new VisitType(CHECKUP, Optional.empty(), 2, Given.writer("retire"), Given.NOW));
    }

    private Disposition take(String request, RequestCommand command) {
        return take(request, command, Requester.BY_CLIENT);
    }

    private Disposition take(String request, RequestCommand command, Requester requester) {
        return take(Given.request(new RequestId(request), command, requester));
    }

    private Disposition takeWithoutReceipts(String request, RequestCommand command) {
        InMemoryRecords none = new InMemoryRecords(clock);
        RequestCommands commands = RequestCommands.of(
                Ports.of(store, none, clock).with(new InMemoryBookings(store, none)), followUps::add, policy, clock);
        return new IdempotentReceiver<>(none, commands, new RetryOnConflict(new Random(1), pauses::add), clock,
                new Random(1)).handle(Given.request(new RequestId(request), command), ENOUGH);
    }

    private Appointment stored(String id) {
        return store.find(new AppointmentId(id)).orElseThrow();
    }

    private static VisitType type(Duration duration, long version) {
        return new VisitType(CHECKUP, Optional.of(new VisitTypeDetails(duration, Optional.of(TIDYING),
                List.of(DOCTORS, Given.ROOM_1), Optional.of(Duration.ofHours(1)), Optional.empty())), version,
                Given.writer("define-" + version), Given.NOW);
    }

    private RequestCommand visit(String id, String start) {
        return visit(id, start, Optional.empty());
    }

    private RequestCommand visit(String id, String start, Optional<String> end, ResourceId... resources) {
        return new AppointmentCommand.BookVisit(wanted(id, CHECKUP.value(), start, end, resources));
    }

    /** For a patient who has nothing else. */
    private VisitRequest wanted(String id, String type, String start, Optional<String> end, ResourceId... resources) {
        PatientId patient = new PatientId("patient-" + id);
        store.save(Given.patient(patient));
        return new VisitRequest(new VisitTypeId(type), new AppointmentId(id), patient, List.of(resources),
                open(start, end), Given.BERLIN, Optional.empty());
    }

    private static RequestCommand moved(String start, Optional<String> end) {
        return new AppointmentCommand.Reschedule(new AppointmentId("a"), open(start, end), Optional.empty(),
                Optional.empty());
    }

    private static OpenSlot open(String start, Optional<String> end) {
        return new OpenSlot(Given.DATE, LocalTime.parse(start), end.map(LocalTime::parse));
    }
}
