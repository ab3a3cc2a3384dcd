package clinic.appointments.request;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import clinic.appointments.fixture.ForwardingBookings;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Several deliveries of one message, one after another or at the same time: one effect, one outcome, a follow-up. */
class RepeatedDeliveriesTest extends RequestUseCaseTest {

    private static final Disposition REPEATED = new Disposition.Accepted(Effect.REPEATED);
    private static final FollowUps DEAD = _ -> {
        throw new IllegalStateException("the process has died");
    };

    private final List<String> written = new ArrayList<>();

    static Stream<RequestCommand> changes() {
        return Stream.of(move("11:00", "11:30"), cancel());
    }

    @Test
    void haveOneEffectWhenTheyBookAtTheSameTime() {
        List<Disposition> first = new ArrayList<>();
        Disposition second = takeWith(new Racing(bookings, () -> first.add(take(BOOKING))), followUps::add);

        assertThat(first).containsExactly(new Disposition.Accepted(Effect.BOOKED));
        assertThat(second).isEqualTo(REPEATED);
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().version()).isEqualTo(1);
        assertThat(followUps).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void haveOneEffectWhenTheyChangeAtTheSameTime(RequestCommand change) {
        take(BOOKING);
        AppointmentRequest<RequestCommand> request = Given.request(new RequestId("change"), change);
        Disposition second = request(new Racing(bookings, () -> take(request)), followUps::add).handle(request, ENOUGH);

        assertThat(second).isEqualTo(REPEATED);
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void sendTheFollowUpOfOneThatDiedBeforeIt() {
        assertThatThrownBy(() -> takeWith(bookings, DEAD)).hasMessage("the process has died");
        assertThat(outcome(BOOKING)).as("the effect is there").isPresent();

        assertThat(take(BOOKING)).isEqualTo(REPEATED);
        assertThat(followUps).hasSize(1);
    }

    @Test
    void sendTheFollowUpOfOneThatDiesBeforeItMeanwhile() {
        Bookings racing = new Racing(bookings, () -> assertThatThrownBy(() -> takeWith(bookings, DEAD)));

        assertThat(takeWith(racing, followUps::add)).isEqualTo(REPEATED);
        assertThat(followUps).hasSize(1);
    }

    /** A batch of reads is no snapshot: it may see the claims of a transaction and not yet its appointment. */
    @Test
    void areNotRefusedByTheirOwnClaims() {
        assertThatThrownBy(() -> takeWith(bookings, DEAD));

        assertThat(takeWith(new HalfSeen(bookings), followUps::add)).isEqualTo(REPEATED);
        assertThat(followUps).hasSize(1);
    }

    @Test
    void endAsTheFirstWhoseAppointmentIsGone() {
        take(BOOKING);
        Ports elsewhere = Ports.inMemory();
        elsewhere.patients().save(Given.patient(Given.ADA));
        RequestCommands commands = RequestCommands.of(
                elsewhere.with(new Restored(elsewhere.bookings(), bookings)), followUps::add, policy, clock);

        assertThat(new IdempotentReceiver<>(receipts.ofAnotherProcess(), commands,
                new RetryOnConflict(new Random(1), pauses::add), clock, new Random(1))
                .handle(Given.request(BOOKING), ENOUGH)).isEqualTo(REPEATED);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void doNothingWithAnotherBodyEvenAtTheSameTime() {
        AppointmentRequest<RequestCommand> other = new AppointmentRequest<>(Given.requestOf(BOOKING), "another hash",
                Optional.empty(), Given.correlation(),
                Given.request(Given.booking("b", Given.slot("15:00", "15:30"))).content());
        Disposition second = request(new Racing(bookings, () -> take(BOOKING)), followUps::add).handle(other, ENOUGH);

        assertThat(second).isEqualTo(new Disposition.Rejected(RejectionReason.REQUEST_CONFLICT));
        assertThat(store.find(new AppointmentId("b"))).isEmpty();
        assertThat(receipts.find(Given.requestOf(BOOKING)).orElseThrow().conflicts()).isEqualTo(1);
    }

    @Test
    void keepTheOutcomePendingAfterAFailure() {
        assertThatThrownBy(() -> takeWith(HinderedStore.broken(store), followUps::add)).hasMessage("broken outside");
        assertThat(receipts.find(Given.requestOf(BOOKING)))
                .contains(new Receipt(Given.requestOf(BOOKING), Optional.empty(), 0));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    /** A process that dies leaves no receipt of the first delivery. */
    @Test
    void showThatTheOutcomeIsOpenBeforeTheyBeginAgain() {
        List<Optional<Receipt>> seen = new ArrayList<>();
        Bookings looking = new Racing(bookings, () -> seen.add(receipts.find(Given.requestOf(BOOKING))));

        assertThat(request(looking, followUps::add).handleAgain(Given.request(BOOKING), ENOUGH))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(seen).containsExactly(Optional.of(new Receipt(Given.requestOf(BOOKING), Optional.empty(), 0)));
    }

    @Test
    void giveUpWhatFailsOnTheLastReceiveAndEndWhenItIsSentOn() {
        assertThatThrownBy(() -> request(HinderedStore.broken(store), DEAD).handleLast(Given.request(BOOKING), ENOUGH))
                .hasMessage("broken outside");
        assertThat(receipts.find(Given.requestOf(BOOKING))).contains(givenUp());

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void giveUpWhatIsStillUndecidedOnTheLastReceive() {
        Booking ofNobody = Given.bookingOf(new PatientId("eve"), "a", BOOKING.slot());

        assertThat(request(bookings, followUps::add).handleLast(Given.request(ofNobody), ENOUGH))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(receipts.find(Given.requestOf(BOOKING))).contains(givenUp());
    }

    @Test
    void giveNothingUpThatIsDecidedOnTheLastReceive() {
        assertThat(request(bookings, followUps::add).handleLast(Given.request(BOOKING), ENOUGH))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(outcome(BOOKING)).isPresent();

        assertThatThrownBy(() -> request(bookings, DEAD).handleLast(Given.request(BOOKING), ENOUGH))
                .hasMessage("the process has died");
        assertThat(outcome(BOOKING)).as("it was carried out, and only its follow-up failed").isPresent();
    }

    private static Receipt givenUp() {
        return new Receipt(Given.requestOf(BOOKING), Optional.empty(), true, 0);
    }

    @Test
    void endAtOnceWhenTheFirstWasRefusedAndSendTheFollowUpWhenItWasAccepted() {
        take(BOOKING);
        assertThat(request(bookings, followUps::add).handleAgain(Given.request(BOOKING), ENOUGH)).isEqualTo(REPEATED);
        assertThat(followUps).hasSize(2);

        Booking late = Given.booking("b", Given.slot("09:00", "09:30"), Given.ROOM_1);
        take(late);
        assertThat(request(HinderedStore.broken(store), DEAD).handleAgain(Given.request(late), ENOUGH))
                .isEqualTo(new Disposition.Rejected(RejectionReason.PATIENT_BUSY,
                        Evidence.blockedBy(BOOKING.appointmentId())));
    }

    @Test
    void writeNothingButTheirTransaction() {
        assertThat(takeCounted(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(written).isEmpty();
    }

    @Test
    void writeARefusalWithOneCall() {
        take(Given.booking("b", Given.slot("09:00", "09:30"), Given.ROOM_1));

        assertThat(takeCounted(BOOKING)).isInstanceOf(Disposition.Rejected.class);
        assertThat(written).containsExactly("settle");
    }

    @Test
    void writeOnceThatAPatientIsNotThereYet() {
        assertThat(takeCounted(Given.bookingOf(new PatientId("eve"), "a", BOOKING.slot())))
                .isInstanceOf(Disposition.Deferred.class);
        assertThat(written).containsExactly("postpone");
    }

    private Disposition takeCounted(Booking booking) {
        RequestCommands commands = RequestCommands.of(
                Ports.of(store, receipts, clock).with(bookings), followUps::add, policy, clock);
        return new IdempotentReceiver<>(counting(), commands, new RetryOnConflict(new Random(1), pauses::add), clock,
                new Random(1)).handle(Given.request(booking), ENOUGH);
    }

    private Receipts counting() {
        return (Receipts) Proxy.newProxyInstance(Receipts.class.getClassLoader(),
                new Class<?>[]{Receipts.class}, (_, method, arguments) -> {
                    written.add(method.getName());
                    return method.invoke(receipts, arguments);
                });
    }

    /** Shows the first reader an appointment's claims without the appointment. */
    private static final class HalfSeen implements ForwardingBookings {

        private final Bookings real;
        private boolean seen;

        private HalfSeen(Bookings real) {
            this.real = real;
        }

        @Override
        public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days,
                List<ResourceId> resources) {
            BookingSituation all = real.situationOf(appointment, patient, days, resources);
            boolean half = !seen;
            seen = true;
            return half ? new BookingSituation(all.patient(), Optional.empty(), all.days(), all.resources()) : all;
        }

        @Override
        public Bookings real() {
            return real;
        }
    }

    /** Tables restored to an earlier time, beside receipts that were not. */
    private record Restored(Bookings real, Bookings now) implements ForwardingBookings {

        @Override
        public WriteResult save(Decision.Granted granted, Receipts.Settlement settlement) {
            return now.save(granted, settlement);
        }
    }
}
