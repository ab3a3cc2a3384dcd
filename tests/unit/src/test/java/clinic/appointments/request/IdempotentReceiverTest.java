package clinic.appointments.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.Standing;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.Decision;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceTerms;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Page;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdempotentReceiverTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    private static final Deadline SHORT = () -> Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private ChangePolicy policy = Given.POLICY;

    @BeforeEach
    void registerAda() {
        store.save(Given.patient(Given.ADA));
    }

    @Test
    void booksAndAnnouncesAndKeepsTheOutcome() {
        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));

        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
        assertThat(followUps).containsExactly(
                new FollowUp(BOOKING.appointmentId(), Given.requestOf(BOOKING), Given.correlation()));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void doesNothingForARequestThatWasDone() {
        take(BOOKING);

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(1);
    }

    @Test
    void keepsTheRefusalOfARequestThatComesAgainWhenTheSlotIsFree() {
        Booking rival = Given.booking("b", Given.slot("09:15", "09:45"), Given.ROOM_1);
        take(rival);
        Disposition first = take(BOOKING);

        assertThat(first).isEqualTo(new Disposition.Rejected(RejectionReason.PATIENT_BUSY));
        assertThat(take(BOOKING)).isEqualTo(first);
        assertThat(store.find(BOOKING.appointmentId())).isEmpty();
    }

    @Test
    void refusesTheSameIdWithAnotherBody() {
        take(BOOKING);
        AppointmentRequest<RequestCommand> other = new AppointmentRequest<>(Given.requestOf(BOOKING), "another hash",
                Optional.empty(),
                Given.correlation(),
                Given.request(BOOKING).content());

        assertThat(take(other)).isEqualTo(new Disposition.Rejected(RejectionReason.REQUEST_CONFLICT));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
        assertThat(receipts.find(Given.requestOf(BOOKING)).orElseThrow().conflicts()).isEqualTo(1);
    }

    @Test
    void waitsForAPatientWhoMayBeRegisteredYet() {
        Booking early = Given.bookingOf(new PatientId("eve"), "e",
                Given.slot("11:00", "11:30"));

        assertThat(take(Given.request(early)))
                .isEqualTo(new Disposition.Deferred("UNKNOWN_PATIENT", Duration.ofSeconds(5)));
        assertThat(take(Given.request(early))).isInstanceOf(Disposition.Deferred.class);
        store.save(Given.patient(early.patientId()));
        assertThat(take(Given.request(early))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @Test
    void refusesAnUnknownPatientOnTheThirdReceive() {
        Booking stranger = Given.bookingOf(new PatientId("nobody"), "e",
                Given.slot("11:00", "11:30"));

        assertThat(takeAtLast(Given.request(stranger)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_PATIENT));
        assertThat(outcome(stranger)).contains(new Receipt.Rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    /** A batch that has no time for a message uses up deliveries that nobody looked at. */
    @Test
    void waitsForAPatientFromTheFirstLookNotFromTheFirstDelivery() {
        Booking early = Given.bookingOf(new PatientId("eve"), "e", Given.slot("11:00", "11:30"));
        AppointmentRequest<RequestCommand> old = Given.request(new RequestId("e"), new AppointmentCommand.Book(early),
                Given.NOW.minusSeconds(600));

        assertThat(take(old)).isEqualTo(new Disposition.Deferred("UNKNOWN_PATIENT", Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(take(old)).isEqualTo(new Disposition.Deferred("UNKNOWN_PATIENT", Duration.ofSeconds(11)));
        clock.advance(Duration.ofSeconds(11));
        assertThat(take(old)).isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    @Test
    void rejectsAnImpossibleValueWithAReceipt() {
        RequestId id = new RequestId("r");
        AppointmentRequest<RequestCommand> impossible = new AppointmentRequest<>(id, "hash", Optional.empty(),
                Given.correlation(),
                new AppointmentRequest.Invalid<>(RejectionReason.INVALID_END_TIME));

        assertThat(take(impossible)).isEqualTo(new Disposition.Rejected(RejectionReason.INVALID_END_TIME));
        assertThat(receipts.find(id).flatMap(Receipt::outcome))
                .contains(new Receipt.Rejected(RejectionReason.INVALID_END_TIME));
    }

    @Test
    void parksAnUnreadableMessageEachTimeItComes() {
        RequestId id = new RequestId("r");
        AppointmentRequest<RequestCommand> unreadable = new AppointmentRequest<>(id, "hash", Optional.empty(),
                Given.correlation(),
                new AppointmentRequest.Malformed<>("body must be JSON"));

        assertThat(take(unreadable)).isEqualTo(new Disposition.Parked("body must be JSON"));
        assertThat(take(unreadable)).as("nobody knows whether it got there").isEqualTo(
                new Disposition.Parked("body must be JSON"));
        assertThat(receipts.find(id).flatMap(Receipt::outcome)).contains(new Receipt.Parked("body must be JSON"));
    }

    @Test
    void healsACrashBeforeTheBooking() {
        receipts.ofAnotherProcess().open(Given.requestOf(BOOKING), "hash", Duration.ofSeconds(30));

        assertThat(take(BOOKING)).as("the other process may be alive")
                .isEqualTo(new Disposition.Deferred("IN_PROGRESS", Duration.ofSeconds(31)));
        clock.advance(Duration.ofSeconds(31));
        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @Test
    void healsACrashBetweenTheBookingAndTheAnnouncement() {
        assertThatThrownBy(() -> takeWith(store, _ -> {
            throw new IllegalStateException("crash");
        })).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(1);
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void decidesAgainAfterALostRace() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b",
                Given.slot("09:00", "09:30"), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        Bookings racing = new Racing(store, () -> take(rival));

        assertThat(takeWith(racing, followUps::add)).isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpAContendedDayWhileThereIsTimeToSaySo() {
        Bookings hopeless = new Bookings() {
            @Override
            public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days) {
                return store.situationOf(appointment, patient, days);
            }

            @Override
            public WriteResult save(Decision.Granted booked) {
                return WriteResult.CONFLICT;
            }
        };

        Disposition disposition = request(hopeless, followUps::add).handle(Given.request(BOOKING), SHORT);

        assertThat(disposition).isInstanceOfSatisfying(Disposition.Deferred.class, postponed -> {
            assertThat(postponed.reason()).isEqualTo("CONTENDED");
            assertThat(postponed.delay()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        });
        assertThat(take(BOOKING)).as("the attempt was withdrawn").isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    /** The command BOOK on every status that the id's appointment may have. */
    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void refusesAnIdThatIsTakenWhateverItsStatus(AppointmentStatus status) {
        store.put(Standing.at(status, BOOKING));

        assertThat(take(Given.request(new RequestId("another"), new AppointmentCommand.Book(BOOKING))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.APPOINTMENT_EXISTS));
    }

    /** The command BOOK, redelivered, on every status that its own appointment may have reached. */
    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void repeatsItsOwnBookingWhateverItsStatus(AppointmentStatus status) {
        store.put(Standing.at(status, BOOKING));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
    }

    @Test
    void movesAnAppointmentAndAnnouncesItsNewTime() {
        take(BOOKING);
        store.put(Given.confirmed(BOOKING));

        assertThat(take(Given.request(new RequestId("move"), move("11:00", "11:30"))))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
        Appointment moved = store.find(BOOKING.appointmentId()).orElseThrow();
        assertThat(moved.booking().slot()).isEqualTo(Given.slot("11:00", "11:30"));
        assertThat(moved.status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(moved.reminders()).extracting(Reminder::state).containsExactly(ReminderState.SKIPPED_RESCHEDULED,
                ReminderState.SKIPPED_RESCHEDULED, ReminderState.SCHEDULED, ReminderState.SCHEDULED);
        assertThat(followUps).hasSize(2);
    }

    @Test
    void keepsTheOldTimeWhenTheNewOneIsTaken() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b", Given.slot("11:00", "11:30"), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        take(rival);
        take(BOOKING);

        assertThat(take(Given.request(new RequestId("move"), move("11:15", "11:45"))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
    }

    @Test
    void mayOverlapItsOwnOldTime() {
        take(BOOKING);

        assertThat(take(Given.request(new RequestId("move"), move("09:15", "09:45"))))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
    }

    @Test
    void cancelsAndFreesTheTimeAtOnce() {
        take(BOOKING);
        Disposition cancelled = take(Given.request(new RequestId("cancel"), cancel()));
        Booking next = Given.booking("next", Given.slot("09:00", "09:30"), Given.ROOM_1);

        assertThat(cancelled).isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
        assertThat(take(next)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @Test
    void waitsForABookingThatIsStillUnderWay() {
        assertThat(take(Given.request(new RequestId("cancel"), cancel())))
                .isEqualTo(new Disposition.Deferred("UNKNOWN_APPOINTMENT", Duration.ofSeconds(5)));
        take(BOOKING);
        assertThat(take(Given.request(new RequestId("cancel"), cancel())))
                .isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
        assertThat(take(Given.request(new RequestId("late"), move("10:00", "10:30"))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.ILLEGAL_TRANSITION));
    }

    @Test
    void healsACrashBetweenAMoveAndItsAnnouncement() {
        take(BOOKING);
        AppointmentRequest<RequestCommand> move = Given.request(new RequestId("move"), move("11:00", "11:30"));
        assertThatThrownBy(() -> request(store, _ -> {
            throw new IllegalStateException("crash");
        }).handle(move, ENOUGH)).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(move)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(2);
    }

    /** The commands RESCHEDULE, CANCEL and EXPIRE_HOLD on every status. */
    @ParameterizedTest
    @CsvSource({"REQUESTED, RESCHEDULE, RESCHEDULED", "CONFIRMED, RESCHEDULE, RESCHEDULED",
            "CANCELLED, RESCHEDULE, illegal", "COMPLETED, RESCHEDULE, illegal", "REQUESTED, CANCEL, CANCELLED",
            "CONFIRMED, CANCEL, CANCELLED", "CANCELLED, CANCEL, REPEATED", "COMPLETED, CANCEL, illegal",
            "REQUESTED, EXPIRE_HOLD, early", "CONFIRMED, EXPIRE_HOLD, REPEATED", "CANCELLED, EXPIRE_HOLD, REPEATED",
            "COMPLETED, EXPIRE_HOLD, REPEATED"})
    void movesOnOrRepeatsOrRefuses(AppointmentStatus status, String command, String expected) {
        store.put(Standing.at(status, BOOKING));

        assertThat(take(Given.request(new RequestId("change"), change(command)))).isEqualTo(switch (expected) {
            case "illegal" -> new Disposition.Rejected(RejectionReason.ILLEGAL_TRANSITION);
            case "early" -> new Disposition.Rejected(RejectionReason.HOLD_NOT_EXPIRED);
            default -> new Disposition.Accepted(Effect.valueOf(expected));
        });
    }

    private static RequestCommand change(String command) {
        return switch (command) {
            case "RESCHEDULE" -> move("11:00", "11:30");
            case "CANCEL" -> cancel();
            default -> expire();
        };
    }

    @Test
    void holdsATimeUntilItsHoldIsEndedHoweverLate() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(4)), Given.DAY_AND_TWO_HOURS);
        take(BOOKING);
        Booking rival = Given.bookingOf(Given.ADA, "b", BOOKING.slot());
        clock.advance(Duration.ofHours(4));
        assertThat(take(rival)).as("the hold is over and not ended").isEqualTo(
                new Disposition.Rejected(RejectionReason.PATIENT_BUSY));

        assertThat(take(Given.request(new RequestId("end"), expire())))
                .isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().hasLapsed()).isTrue();
        assertThat(take(Given.bookingOf(Given.ADA, "c", BOOKING.slot())))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @Test
    void doesNotEndAHoldBeforeItsTime() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(4)), Given.DAY_AND_TWO_HOURS);
        take(BOOKING);
        clock.advance(Duration.ofHours(4).minusMillis(1));

        assertThat(take(Given.request(new RequestId("end"), expire())))
                .isEqualTo(new Disposition.Rejected(RejectionReason.HOLD_NOT_EXPIRED));
    }

    @Test
    void tellsOfACancellationWhenNoticesAreOn() {
        policy = new ChangePolicy(Given.TERMS, new ReminderPlan(List.of(), Optional.empty(), true));
        take(BOOKING);
        take(Given.request(new RequestId("cancel"), cancel()));

        assertThat(followUps).hasSize(2);
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().openReminders())
                .extracting(reminder -> reminder.key().toString()).containsExactly("2/CANCELLATION");
    }

    @Test
    void booksTwiceWhenTheStaffTakesItUponItselfAndKeepsWhoDidAndWhy() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b", BOOKING.slot(), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        take(rival);
        StaffOverride override = new StaffOverride("dr-7", new ReasonCode("URGENT"));
        AppointmentRequest<RequestCommand> urgent = Given.request(new RequestId("urgent"),
                new AppointmentCommand.Book(BOOKING), new AppointmentRequest.Requester("dr-7", Optional.of(override)));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN));
        assertThat(take(urgent)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().latestChange().provenance().override())
                .contains(override);
        take(Given.request(new RequestId("cancel"), cancel()));
        assertThat(store.find(rival.appointmentId()).orElseThrow().status()).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(take(Given.bookingOf(Given.ADA, "c", BOOKING.slot(), Given.ROOM_1))).as("one claim is left")
                .isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN));
    }

    @Test
    void releasesWhatItHasClaimedEvenWhenTheBuffersWereChangedMeanwhile() {
        Booking atMidnight = Given.booking("m", Given.slot("00:30", "01:00"), Given.ROOM_1);
        ResourceTerms buffered = new ResourceTerms(1, new Buffer(Duration.ofHours(2), Duration.ofHours(1)),
                OpeningHours.ALWAYS, Optional.empty());
        policy = new ChangePolicy(Given.terms(BookingTerms.Limits.DEFAULT, Map.of("room", buffered)),
                Given.DAY_AND_TWO_HOURS);
        take(atMidnight);
        List<CalendarId> claimed = CalendarId
                .touchedBy(store.find(atMidnight.appointmentId()).orElseThrow().claims());
        policy = Given.POLICY;
        take(Given.request(new RequestId("cancel"),
                new AppointmentCommand.Cancel(atMidnight.appointmentId(), Optional.empty())));

        assertThat(claimed).as("the room's buffers reach into the next UTC date").hasSize(3);
        assertThat(store.days(claimed)).allMatch(day -> day.busy().isEmpty());
    }

    @Test
    void erasesWhatIsPersonalAndKeepsIdsAndHistory() {
        Booking withNotes = new Booking(BOOKING.appointmentId(), Given.ADA, List.of(), BOOKING.slot(),
                Optional.of("Testnotes"));
        take(withNotes);
        Appointment before = store.find(BOOKING.appointmentId()).orElseThrow();

        assertThat(take(Given.request(new RequestId("erase"), new AppointmentCommand.ErasePatient(Given.ADA))))
                .isEqualTo(new Disposition.Accepted(Effect.ERASED));
        assertThat(store.find(Given.ADA).orElseThrow().details()).isEmpty();
        assertThat(store.find(BOOKING.appointmentId())).contains(before.withoutNotes());
        assertThat(takeAtLast(Given.request(Given.bookingOf(Given.ADA, "b", Given.slot("12:00", "12:30")))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    @Test
    void leavesAnErasedPatientErasedWhenAnOlderRegistrationComesLate() {
        take(Given.request(new RequestId("erase"), new AppointmentCommand.ErasePatient(Given.ADA),
                Given.NOW.plusSeconds(60)));

        assertThat(take(Given.request(new RequestId("late"), register(), Given.NOW.plusSeconds(59))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
        assertThat(store.find(Given.ADA).orElseThrow().isKnown()).isFalse();
        assertThat(take(Given.request(new RequestId("again"), register(), Given.NOW.plusSeconds(61))))
                .isEqualTo(new Disposition.Accepted(Effect.REGISTERED));
        assertThat(store.find(Given.ADA).orElseThrow().isKnown()).isTrue();
    }

    @Test
    void keepsTheLastErasureInMindWhenAPatientIsErasedTwice() {
        take(Given.request(new RequestId("erase"), erase(), Given.NOW.plusSeconds(1)));
        take(Given.request(new RequestId("erase-again"), erase(), Given.NOW.plusSeconds(9)));

        assertThat(take(Given.request(new RequestId("late"), register(), Given.NOW.plusSeconds(5))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
    }

    @Test
    void keepsANewerRegistrationWhenAnErasureComesLateAndDeletesWhatWasWrittenBeforeIt() {
        Booking withNotes = new Booking(BOOKING.appointmentId(), Given.ADA, List.of(), BOOKING.slot(),
                Optional.of("Testnotes"));
        take(withNotes);
        take(Given.request(new RequestId("newer"), register(), Given.NOW.plusSeconds(60)));

        assertThat(take(Given.request(new RequestId("late"), erase(), Given.NOW.plusSeconds(59))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.OVERTAKEN));
        assertThat(store.find(Given.ADA).orElseThrow().isKnown()).isTrue();
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().booking().notes()).isEmpty();
    }

    @Test
    void reachesAnAppointmentThatIsBookedWhileItsPatientIsErased() {
        Booking withNotes = new Booking(BOOKING.appointmentId(), Given.ADA, List.of(), BOOKING.slot(),
                Optional.of("Testnotes"));
        Racing racing = new Racing(store, () -> take(Given.request(new RequestId("erase"), erase())));

        assertThat(request(racing, followUps::add).handle(Given.request(withNotes), ENOUGH))
                .isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().booking().notes()).isEmpty();
    }

    @Test
    void erasesTheNotesOfWhatTheIndexDoesNotShowYet() {
        Booking withNotes = new Booking(BOOKING.appointmentId(), Given.ADA, List.of(), BOOKING.slot(),
                Optional.of("Testnotes"));
        take(withNotes);

        assertThat(new PatientAppointments(new LateIndex(), store, store, policy.terms())
                .all(Given.ADA, Given.NOW).map(Appointment::id)).containsExactly(BOOKING.appointmentId());
    }

    /** An index to which no write has come yet. */
    private record LateIndex() implements AppointmentSearch {

        @Override
        public Page<Appointment> ofPatient(PatientId patient, Period period, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }

        @Override
        public Page<Appointment> ofStatus(AppointmentStatus status, DateRange dates, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }
    }

    private static RequestCommand erase() {
        return new AppointmentCommand.ErasePatient(Given.ADA);
    }

    private static RequestCommand register() {
        return new AppointmentCommand.RegisterPatient(Given.ADA, Given.details(Optional.empty()));
    }

    @Test
    void refusesToMoveAHoldThatIsOver() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(1)), Given.POLICY.plan());
        take(BOOKING);
        clock.advance(Duration.ofHours(1));

        assertThat(take(Given.request(new RequestId("move"), move("10:00", "10:30"))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.HOLD_EXPIRED));
    }

    @Test
    void healsACrashWithinAnErasure() {
        store.save(store.find(Given.ADA).orElseThrow().erased(Given.writer("erase"), Given.NOW));
        store.put(Given.requested(new Booking(BOOKING.appointmentId(), Given.ADA, List.of(), BOOKING.slot(),
                Optional.of("Testnotes"))));

        assertThat(take(Given.request(new RequestId("erase"), new AppointmentCommand.ErasePatient(Given.ADA))))
                .isEqualTo(new Disposition.Accepted(Effect.ERASED));
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().booking().notes()).isEmpty();
    }

    @Test
    void waitsForThePatientWhoIsToBeErased() {
        AppointmentRequest<RequestCommand> erase = Given.request(new RequestId("erase"),
                new AppointmentCommand.ErasePatient(new PatientId("eve")));

        assertThat(take(erase)).isInstanceOf(Disposition.Deferred.class);
        assertThat(takeAtLast(erase)).isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    @Test
    void endsAsInOrderWhenABookingComesBeforeItsRegistrationAndAfterItsCancellation() {
        PatientId eve = new PatientId("eve");
        Booking booking = Given.bookingOf(eve, "a", BOOKING.slot());
        assertThat(take(Given.request(new RequestId("cancel"), cancel()))).isInstanceOf(Disposition.Deferred.class);
        assertThat(take(booking)).isInstanceOf(Disposition.Deferred.class);
        take(Given.request(new RequestId("register"),
                new AppointmentCommand.RegisterPatient(eve, Given.details(Optional.empty()))));

        assertThat(take(Given.request(booking))).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(take(Given.request(new RequestId("cancel"), cancel())))
                .isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
    }

    private static RequestCommand expire() {
        return new AppointmentCommand.ExpireHold(BOOKING.appointmentId());
    }

    private static RequestCommand move(String start, String end) {
        return new AppointmentCommand.Reschedule(BOOKING.appointmentId(), Given.slot(start, end).local(),
                Optional.empty(),
                Optional.empty());
    }

    private static RequestCommand cancel() {
        return new AppointmentCommand.Cancel(BOOKING.appointmentId(), Optional.of(new ReasonCode("PATIENT_ILL")));
    }

    @Test
    void registersAPatientAndReplacesWhatIsKnown() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.of("new@example.org")));

        assertThat(take(Given.request(new RequestId("update"), update)))
                .isEqualTo(new Disposition.Accepted(Effect.REGISTERED));
        Patient stored = store.find(Given.ADA).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.details().flatMap(PatientDetails::email)).contains("new@example.org");
    }

    @Test
    void registersOnceHoweverOftenItIsTried() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.empty()));
        AppointmentRequest<RequestCommand> request = Given.request(new RequestId("update"), update);
        take(request);

        assertThat(new RegisterPatient(store, clock).handle(update,
                new RequestContext(request, AppointmentRequest.Requester.BY_CLIENT)))
                .contains(new CommandResult.Done(Effect.REPEATED));
        assertThat(store.find(Given.ADA).orElseThrow().version()).isEqualTo(2);
    }

    private Disposition take(Booking booking) {
        return take(Given.request(booking));
    }

    /** When there is nothing left to wait for. */
    private Disposition takeAtLast(AppointmentRequest<RequestCommand> request) {
        take(request);
        clock.advance(ReorderingWindow.LENGTH);
        return take(request);
    }

    private Disposition take(AppointmentRequest<RequestCommand> request) {
        return request(store, followUps::add).handle(request, ENOUGH);
    }

    private Disposition takeWith(Bookings bookings, FollowUps sender) {
        return request(bookings, sender).handle(Given.request(BOOKING), ENOUGH);
    }

    private IdempotentReceiver<RequestCommand> request(Bookings bookings, FollowUps sender) {
        RequestCommands commands = RequestCommands.of(
                new Ports(bookings, store, store, store, store, receipts, receipts, clock), sender, policy, clock);
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(), commands,
                new RetryOnConflict(new Random(1), pauses::add), clock, new Random(1));
    }

    private Optional<Receipt.Result> outcome(Booking booking) {
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
        public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days) {
            return real.situationOf(appointment, patient, days);
        }

        @Override
        public WriteResult save(Decision.Granted booked) {
            rival.run();
            rival = () -> {};
            return real.save(booked);
        }
    }
}
