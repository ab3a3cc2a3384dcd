package clinic.appointments.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.Fate;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Cause;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Confirmations;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Written;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TakeRequestTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final List<ConfirmationMessage> confirmations = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void registerAda() {
        store.save(Given.patient(Given.ADA));
    }

    @Test
    void booksAndAnnouncesAndKeepsTheOutcome() {
        assertThat(take(BOOKING)).isEqualTo(new Fate.Accepted("BOOKED"));

        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
        assertThat(confirmations).containsExactly(
                new ConfirmationMessage(BOOKING.appointmentId(), Given.requestOf(BOOKING), Given.trail()));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void doesNothingForARequestThatWasDone() {
        take(BOOKING);

        assertThat(take(BOOKING)).isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(confirmations).hasSize(1);
    }

    @Test
    void keepsTheRefusalOfARequestThatComesAgainWhenTheSlotIsFree() {
        Booking rival = Given.booking("b", Given.slot("09:15", "09:45"), Given.ROOM_1);
        take(rival);
        Fate first = take(BOOKING);

        assertThat(first).isEqualTo(new Fate.Rejected(RejectionReason.PATIENT_BUSY));
        assertThat(take(BOOKING)).isEqualTo(first);
        assertThat(store.find(BOOKING.appointmentId())).isEmpty();
    }

    @Test
    void refusesTheSameIdWithAnotherBody() {
        take(BOOKING);
        AppointmentRequest other = new AppointmentRequest(Given.requestOf(BOOKING), "another hash", Given.trail(),
                Given.request(BOOKING).content());

        assertThat(take(other, 1)).isEqualTo(new Fate.Rejected(RejectionReason.REQUEST_CONFLICT));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
        assertThat(receipts.find(Given.requestOf(BOOKING)).orElseThrow().conflicts()).isEqualTo(1);
    }

    @Test
    void waitsForAPatientWhoMayBeRegisteredYet() {
        Booking early = Given.bookingOf(new PatientId("eve"), "e",
                Given.slot("11:00", "11:30"));

        assertThat(take(Given.request(early), 1))
                .isEqualTo(new Fate.Postponed("UNKNOWN_PATIENT", Duration.ofSeconds(5)));
        assertThat(take(Given.request(early), 2)).isInstanceOf(Fate.Postponed.class);
        store.save(Given.patient(early.patientId()));
        assertThat(take(Given.request(early), 3)).isEqualTo(new Fate.Accepted("BOOKED"));
    }

    @Test
    void refusesAnUnknownPatientOnTheThirdReceive() {
        Booking stranger = Given.bookingOf(new PatientId("nobody"), "e",
                Given.slot("11:00", "11:30"));

        assertThat(take(Given.request(stranger), 3)).isEqualTo(new Fate.Rejected(RejectionReason.UNKNOWN_PATIENT));
        assertThat(outcome(stranger)).contains(new Receipt.Rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    @Test
    void rejectsAnImpossibleValueWithAReceipt() {
        RequestId id = new RequestId("r");
        AppointmentRequest impossible = new AppointmentRequest(id, "hash", Given.trail(),
                new AppointmentRequest.Impossible(RejectionReason.INVALID_END_TIME));

        assertThat(take(impossible, 1)).isEqualTo(new Fate.Rejected(RejectionReason.INVALID_END_TIME));
        assertThat(receipts.find(id).flatMap(Receipt::outcome))
                .contains(new Receipt.Rejected(RejectionReason.INVALID_END_TIME));
    }

    @Test
    void parksAnUnreadableMessageEachTimeItComes() {
        RequestId id = new RequestId("r");
        AppointmentRequest unreadable = new AppointmentRequest(id, "hash", Given.trail(),
                new AppointmentRequest.Unreadable("body must be JSON"));

        assertThat(take(unreadable, 1)).isEqualTo(new Fate.Parked("body must be JSON"));
        assertThat(take(unreadable, 2)).as("nobody knows whether it got there").isEqualTo(
                new Fate.Parked("body must be JSON"));
        assertThat(receipts.find(id).flatMap(Receipt::outcome)).contains(new Receipt.Parked("body must be JSON"));
    }

    @Test
    void healsACrashBeforeTheBooking() {
        receipts.ofAnotherProcess().open(Given.requestOf(BOOKING), "hash", Duration.ofSeconds(30));

        assertThat(take(BOOKING)).as("the other process may be alive")
                .isEqualTo(new Fate.Postponed("IN_PROGRESS", Duration.ofSeconds(31)));
        clock.advance(Duration.ofSeconds(31));
        assertThat(take(BOOKING)).isEqualTo(new Fate.Accepted("BOOKED"));
    }

    @Test
    void healsACrashBetweenTheBookingAndTheAnnouncement() {
        assertThatThrownBy(() -> takeWith(store, _ -> {
            throw new IllegalStateException("crash");
        })).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(BOOKING)).isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(confirmations).hasSize(1);
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void decidesAgainAfterALostRace() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b",
                Given.slot("09:00", "09:30"), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        Bookings racing = new Racing(store, () -> take(rival));

        assertThat(takeWith(racing, confirmations::add)).isEqualTo(new Fate.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpAContendedDayWhileThereIsTimeToSaySo() {
        Bookings hopeless = new Bookings() {
            @Override
            public BookingSituation situationOf(Appointment wanted) {
                return store.situationOf(wanted);
            }

            @Override
            public List<CalendarDay> days(List<CalendarId> ids) {
                return store.days(ids);
            }

            @Override
            public Written save(Decision.Granted booked) {
                return Written.CONFLICT;
            }
        };

        Fate fate = request(hopeless, confirmations::add).handle(Given.request(BOOKING), 1, SHORT);

        assertThat(fate).isInstanceOfSatisfying(Fate.Postponed.class, postponed -> {
            assertThat(postponed.reason()).isEqualTo("CONTENDED");
            assertThat(postponed.delay()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        });
        assertThat(take(BOOKING)).as("the attempt was withdrawn").isEqualTo(new Fate.Accepted("BOOKED"));
    }

    /** The command BOOK on every status that the id's appointment may have. */
    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void refusesAnIdThatIsTakenWhateverItsStatus(AppointmentStatus status) {
        Appointment others = Appointment.requested(BOOKING, Given.cause(new RequestId("another")));
        store.put(new Appointment(BOOKING, status, 1, Given.NOW, Given.NOW, others.history(), List.of()));

        assertThat(take(BOOKING)).isEqualTo(new Fate.Rejected(RejectionReason.APPOINTMENT_EXISTS));
    }

    /** The command BOOK, redelivered, on every status that its own appointment may have reached. */
    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void repeatsItsOwnBookingWhateverItsStatus(AppointmentStatus status) {
        store.put(new Appointment(BOOKING, status, 1, Given.NOW, Given.NOW, Given.requested(BOOKING).history(),
                List.of()));

        assertThat(take(BOOKING)).isEqualTo(new Fate.Accepted("REPEATED"));
    }

    @Test
    void movesAnAppointmentAndAnnouncesItsNewTime() {
        take(BOOKING);
        store.save(store.find(BOOKING.appointmentId()).orElseThrow().confirmed(
                Cause.following(Given.requestOf(BOOKING), clock.instant()), Given.DAY_AND_TWO_HOURS));

        assertThat(take(Given.request(new RequestId("move"), move("11:00", "11:30")), 1))
                .isEqualTo(new Fate.Accepted("RESCHEDULE"));
        Appointment moved = store.find(BOOKING.appointmentId()).orElseThrow();
        assertThat(moved.booking().slot()).isEqualTo(Given.slot("11:00", "11:30"));
        assertThat(moved.status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(moved.reminders()).extracting(Reminder::state).containsExactly(ReminderState.SKIPPED_RESCHEDULED,
                ReminderState.SKIPPED_RESCHEDULED, ReminderState.SCHEDULED, ReminderState.SCHEDULED);
        assertThat(confirmations).hasSize(2);
    }

    @Test
    void keepsTheOldTimeWhenTheNewOneIsTaken() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b", Given.slot("11:00", "11:30"), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        take(rival);
        take(BOOKING);

        assertThat(take(Given.request(new RequestId("move"), move("11:15", "11:45")), 1))
                .isEqualTo(new Fate.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
    }

    @Test
    void mayOverlapItsOwnOldTime() {
        take(BOOKING);

        assertThat(take(Given.request(new RequestId("move"), move("09:15", "09:45")), 1))
                .isEqualTo(new Fate.Accepted("RESCHEDULE"));
    }

    @Test
    void cancelsAndFreesTheTimeAtOnce() {
        take(BOOKING);
        Fate cancelled = take(Given.request(new RequestId("cancel"), cancel()), 1);
        Booking next = Given.booking("next", Given.slot("09:00", "09:30"), Given.ROOM_1);

        assertThat(cancelled).isEqualTo(new Fate.Accepted("CANCEL"));
        assertThat(take(next)).isEqualTo(new Fate.Accepted("BOOKED"));
    }

    @Test
    void waitsForABookingThatIsStillUnderWay() {
        assertThat(take(Given.request(new RequestId("cancel"), cancel()), 1))
                .isEqualTo(new Fate.Postponed("UNKNOWN_APPOINTMENT", Duration.ofSeconds(5)));
        take(BOOKING);
        assertThat(take(Given.request(new RequestId("cancel"), cancel()), 2)).isEqualTo(new Fate.Accepted("CANCEL"));
        assertThat(take(Given.request(new RequestId("late"), move("10:00", "10:30")), 3))
                .isEqualTo(new Fate.Rejected(RejectionReason.ILLEGAL_TRANSITION));
    }

    @Test
    void healsACrashBetweenAMoveAndItsAnnouncement() {
        take(BOOKING);
        AppointmentRequest move = Given.request(new RequestId("move"), move("11:00", "11:30"));
        assertThatThrownBy(() -> request(store, _ -> {
            throw new IllegalStateException("crash");
        }).handle(move, 1, ENOUGH)).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(move, 2)).isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(confirmations).hasSize(2);
    }

    private static AppointmentCommand move(String start, String end) {
        return new AppointmentCommand.Reschedule(BOOKING.appointmentId(), Given.slot(start, end), Optional.empty());
    }

    private static AppointmentCommand cancel() {
        return new AppointmentCommand.Cancel(BOOKING.appointmentId(), Optional.of(new ReasonCode("PATIENT_ILL")));
    }

    @Test
    void registersAPatientAndReplacesWhatIsKnown() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.of("new@example.org")));

        assertThat(take(Given.request(new RequestId("update"), update), 1)).isEqualTo(new Fate.Accepted("REGISTERED"));
        Patient stored = store.find(Given.ADA).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.details().email()).contains("new@example.org");
    }

    @Test
    void registersOnceHoweverOftenItIsTried() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.empty()));
        AppointmentRequest request = Given.request(new RequestId("update"), update);
        take(request, 1);

        assertThat(new RegisterPatient(store, clock, contention()).handle(update, request, ENOUGH)).isEqualTo(
                new Attempt.Settled(new Receipt.Accepted(Optional.empty()), "REPEATED"));
        assertThat(store.find(Given.ADA).orElseThrow().version()).isEqualTo(2);
    }

    private Fate take(Booking booking) {
        return take(Given.request(booking), 1);
    }

    private Fate take(AppointmentRequest request, int receiveCount) {
        return request(store, confirmations::add).handle(request, receiveCount, ENOUGH);
    }

    private Fate takeWith(Bookings bookings, Confirmations sender) {
        return request(bookings, sender).handle(Given.request(BOOKING), 1, ENOUGH);
    }

    private TakeRequest request(Bookings bookings, Confirmations sender) {
        Announcement announcement = new Announcement(sender);
        return new TakeRequest(receipts.ofAnotherProcess(),
                new TakeRequest.UseCases(new BookAppointment(bookings, announcement, clock, contention()),
                        new ChangeAppointment(store, bookings, announcement,
                                new ChangeAppointment.Terms(Given.DAY_AND_TWO_HOURS, clock, contention())),
                        new RegisterPatient(store, clock, contention())),
                new TakeRequest.Chance(clock, new Random(1)));
    }

    private Contention contention() {
        return new Contention(new Random(1), pauses::add);
    }

    private Optional<Receipt.Outcome> outcome(Booking booking) {
        return receipts.find(Given.requestOf(booking)).flatMap(Receipt::outcome);
    }

    /** Lets a rival book between the first look and the first write. */
    private static final class Racing implements Bookings {

        private final Bookings real;
        private Runnable rival;

        Racing(Bookings real, Runnable rival) {
            this.real = real;
            this.rival = rival;
        }

        @Override
        public BookingSituation situationOf(Appointment wanted) {
            return real.situationOf(wanted);
        }

        @Override
        public List<CalendarDay> days(List<CalendarId> ids) {
            return real.days(ids);
        }

        @Override
        public Written save(Decision.Granted booked) {
            rival.run();
            rival = () -> {};
            return real.save(booked);
        }
    }
}
