package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Gauges;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.wire.ReminderCodec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReconcileTest {

    private static final ReminderMessage.Reconcile FROM_THE_BEGINNING = new ReminderMessage.Reconcile(Optional.empty(),
            Given.correlation());
    private static final Disposition RECONCILED = new Disposition.Accepted(Effect.RECONCILED);
    private static final Disposition CONTINUED = new Disposition.Accepted(Effect.CONTINUED);
    private static final Deadline LONG = () -> Duration.ofSeconds(30);
    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Instant DAY_BEFORE = Instant.parse("2026-03-16T08:00:00Z");

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final RecordingReminders reminders = new RecordingReminders();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<AppointmentId> holds = new ArrayList<>();
    private final List<Overdue> gauges = new ArrayList<>();
    private final List<Long> givenUp = new ArrayList<>();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final Reconcile reconcile = new Reconcile(store,
            new OverdueMessages(followUps::add, (id, _) -> holds.add(id), reminders),
            receipts, new Measured(), clock);

    @Test
    void sendsAReminderAgainThatIsOverdueForLongerThanASchedulesMayBe() {
        store.put(Given.confirmed(BOOKING));
        clock.set(DAY_BEFORE.plus(Duration.ofMinutes(30)).minusMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);
        clock.advance(Duration.ofMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(reminders.sent).containsExactly(remind("a", "1/PT24H"));
        assertThat(gauges).containsExactly(Overdue.NOTHING, new Overdue(1, 0, 0));
    }

    @Test
    void countsEveryReminderOfAnAppointment() {
        store.put(Given.confirmed(BOOKING));
        clock.set(BOOKING.slot().interval().start());
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(reminders.sent).containsExactly(remind("a", "1/PT24H"), remind("a", "1/PT2H"));
        assertThat(gauges).containsExactly(new Overdue(2, 0, 0));
    }

    @Test
    void sendsTheNoticeOfACancellationAgain() {
        ReminderPlan telling = new ReminderPlan(List.of(), Optional.empty(), true);
        store.put(
                Given.requested(BOOKING).cancelled(Given.provenance(new RequestId("cancel")), Optional.empty(),
                        Given.TERMS,
                        telling));
        clock.advance(Duration.ofMinutes(15));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(reminders.sent).containsExactly(remind("a", "2/CANCELLATION"));
        assertThat(gauges).containsExactly(new Overdue(1, 0, 0));
    }

    @Test
    void endsAHoldThatShouldHaveEnded() {
        store.put(Standing.held(BOOKING, Duration.ofHours(4)));
        clock.advance(Duration.ofHours(4).plusMinutes(30).minusMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);
        clock.advance(Duration.ofMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(holds).containsExactly(BOOKING.appointmentId());
        assertThat(gauges).containsExactly(Overdue.NOTHING, new Overdue(0, 1, 0));
        assertThat(followUps).isEmpty();
    }

    @Test
    void followsUpOnAnAppointmentThatShouldHaveBeenConfirmed() {
        store.put(Given.requested(BOOKING));
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);
        clock.advance(Duration.ofMillis(1));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(followUps).containsExactly(
                new FollowUp(BOOKING.appointmentId(), Given.requestOf(BOOKING), Given.correlation()));
        assertThat(gauges).containsExactly(Overdue.NOTHING, new Overdue(0, 0, 1));
        assertThat(holds).isEmpty();
    }

    @Test
    void correlatesByTheRequestWhenTheClientNamedNoOtherId() {
        RequestId request = Given.requestOf(BOOKING);
        store.put(Appointment.requested(BOOKING, Given.provenance(request).correlatedBy(request.value()), Given.TERMS));
        clock.advance(Duration.ofMinutes(15));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(followUps).containsExactly(new FollowUp(BOOKING.appointmentId(), request, of("req-a")));
    }

    @Test
    void reportsZerosWhenNothingIsOverdue() {
        store.put(Given.confirmed(BOOKING));
        store.put(Standing.held(Given.booking("b", Given.slot("10:00", "10:30")), Duration.ofHours(4)));

        assertThat(reconcile.handle(FROM_THE_BEGINNING, LONG)).isEqualTo(RECONCILED);
        assertThat(gauges).containsExactly(Overdue.NOTHING);
        assertThat(reminders.sent).isEmpty();
        assertThat(holds).isEmpty();
        assertThat(followUps).isEmpty();
    }

    @Test
    void leavesWhatItHasNoTimeForToAMessageOfItsOwn() {
        for (int number = 0; number < 40; number++) {
            store.put(longOverdue(number));
        }
        clock.set(Instant.parse("2026-03-17T00:00:00Z"));

        assertThat(reconcile.handle(FROM_THE_BEGINNING, shortAfter(1))).isEqualTo(CONTINUED);
        assertThat(gauges).isEmpty();
        ReminderMessage.Reconcile next = (ReminderMessage.Reconcile) reminders.sent.removeLast();
        int before = reminders.sent.size();
        assertThat(before).isBetween(1, 39);
        assertThat(next.position().orElseThrow().found()).isEqualTo(new Overdue(before, 0, 0));

        assertThat(reconcile.handle(next, LONG)).isEqualTo(RECONCILED);
        assertThat(reminders.sent).hasSize(40).doesNotHaveDuplicates();
        assertThat(gauges).containsExactly(new Overdue(40, 0, 0));
    }

    @Test
    void leavesOffWhereItsTimeEnds() {
        for (int number = 0; number < 100; number++) {
            store.put(Given.confirmed(Given.booking("a" + number, Given.slot("09:00", "09:30"))));
        }
        clock.set(BOOKING.slot().interval().start());
        ReminderMessage.Reconcile next = FROM_THE_BEGINNING;
        int invocations = 0;
        while (reconcile.handle(next, shortAfter(1)).equals(CONTINUED)) {
            next = (ReminderMessage.Reconcile) ReminderCodec.decode(incoming(reminders.sent.removeLast()));
            invocations++;
        }

        assertThat(invocations).isGreaterThan(2);
        assertThat(reminders.sent).hasSize(200).doesNotHaveDuplicates();
        assertThat(gauges).containsExactly(new Overdue(200, 0, 0));
    }

    @Test
    void parksACursorThatIsNone() {
        ReminderMessage.Position position = new ReminderMessage.Position("?", Overdue.NOTHING);

        assertThat(reconcile.handle(new ReminderMessage.Reconcile(Optional.of(position), Given.correlation()), LONG))
                .isEqualTo(new Disposition.Parked("cursor must be one that this list has returned"));
    }

    @Test
    void findsWhatAnOutageOfMonthsHasLeft() {
        store.put(Standing.held(BOOKING, Duration.ofHours(4)));
        clock.set(BOOKING.slot().interval().end().plus(Duration.ofDays(100)));
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(holds).containsExactly(BOOKING.appointmentId());
    }

    @Test
    void givesUpRequestsOfWhichNothingIsHeardAnyMore() {
        RequestId request = new RequestId("silent");
        receipts.postpone(request, "body");
        reconcile.handle(FROM_THE_BEGINNING, LONG);
        clock.advance(UnresolvedRequests.SILENCE);
        reconcile.handle(FROM_THE_BEGINNING, LONG);

        assertThat(receipts.find(request).orElseThrow().isGivenUp()).isTrue();
        assertThat(givenUp).containsExactly(0L, 1L);
    }

    /** What a reconciliation reports. */
    private final class Measured implements Gauges {

        @Override
        public void overdue(Overdue found) {
            gauges.add(found);
        }

        @Override
        public void givenUp(long requests) {
            givenUp.add(requests);
        }
    }

    private static IncomingMessage incoming(ReminderMessage message) {
        return new IncomingMessage("m", ReminderCodec.encode(message), Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty()));
    }

    @Test
    void looksAtNothingWhenThereIsNoTimeAtAll() {
        store.put(Given.requested(BOOKING));
        clock.advance(Duration.ofHours(1));

        assertThat(reconcile.handle(FROM_THE_BEGINNING, () -> Duration.ofSeconds(9))).isEqualTo(CONTINUED);
        assertThat(followUps).isEmpty();
        assertThat(reminders.sent).hasSize(1);
    }

    /** Appointments on ten days, all of them with a reminder that was due long ago. */
    private static Appointment longOverdue(int number) {
        TimeSlot slot = Given.slot("09:00", "09:30");
        TimeSlot moved = TimeSlot.of(slot.date().minusDays(1).plusDays(number % 10), slot.start(), slot.end(),
                slot.zone());
        ReminderPlan early = new ReminderPlan(List.of(ReminderKind.offset("P14D")), Optional.empty(), false);
        Booking booking = Given.booking("number-" + number, moved);
        Instant longAgo = Given.NOW.minus(Duration.ofDays(30));
        return Given.requested(booking).confirmed(Provenance.following(Given.requestOf(booking), longAgo), early,
                Given.BERLIN);
    }

    private static ReminderMessage remind(String id, String key) {
        return new ReminderMessage.Remind(new AppointmentId(id), ReminderKey.of(key), Given.correlation());
    }

    /** A message that is sent again belongs to the story of the request that it follows, not to that of the run. */
    private static Correlation of(String request) {
        return new Correlation(request, Optional.empty());
    }

    /** Enough for so many pages. */
    private static Deadline shortAfter(int pages) {
        AtomicInteger requester = new AtomicInteger();
        return () -> Duration.ofSeconds(requester.getAndIncrement() <= pages ? 30 : 20);
    }
}
