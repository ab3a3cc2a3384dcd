package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryReminderLeases;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.message.Timeliness;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.NotificationType;
import clinic.appointments.port.ReminderLeases;
import clinic.appointments.port.ReminderLeases.Acquisition;
import clinic.appointments.port.SendResult;
import clinic.appointments.port.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendReminderTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Appointment CONFIRMED = Given.confirmed(BOOKING);
    private static final Reminder DUE = CONFIRMED.reminders().getFirst();
    private static final ReminderMessage.Remind REMIND = new ReminderMessage.Remind(BOOKING.appointmentId(), DUE.key(),
            Given.correlation());

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private ReminderLeases leases = new InMemoryReminderLeases(store, clock);
    private final List<String> mails = new ArrayList<>();
    private final List<Timeliness> counted = new ArrayList<>();
    private Optional<QuietHours> quiet = Optional.empty();

    @BeforeEach
    void confirmAnAppointmentOfAda() {
        store.put(CONFIRMED);
        store.save(Given.patient(Given.ADA));
        clock.set(DUE.dueAt());
    }

    @Test
    void sendsAndSaysSo() {
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(mails).containsExactly("ada@example.org");
        assertThat(state()).isEqualTo(ReminderState.SENT);
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        handle();

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(mails).hasSize(1);
    }

    @Test
    void sendsNothingAgainThatWasMarkedBeforeACrash() {
        markAsAnotherProcess();

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(mails).isEmpty();
        assertThat(state()).isEqualTo(ReminderState.SENT);
    }

    /** The message of an attempt that sent but did not live to mark comes again: the one window there is. */
    @Test
    void sendsTwiceWhatNobodyLivedToMark() {
        leases.acquire(BOOKING.appointmentId(), DUE.key(), Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(31));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(mails).hasSize(1);
    }

    @Test
    void sendsOnceWhenTwoDeliveriesOverlap() {
        List<Disposition> overlapping = new ArrayList<>();
        Disposition first = overlappingWith(overlapping);

        assertThat(first).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(overlapping).containsExactly(new Disposition.Deferred("IN_PROGRESS", Duration.ofSeconds(31)));
        assertThat(mails).hasSize(1);
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
    }

    /** The test above bites: with leases that everybody gets, it would see two e-mails. */
    @Test
    void sendsTwiceWhenEverybodyGetsALease() {
        leases = (appointment, _, _) -> new Acquisition.Acquired(store.find(appointment).orElseThrow());
        overlappingWith(new ArrayList<>());

        assertThat(mails).hasSize(2);
    }

    private Disposition overlappingWith(List<Disposition> overlapping) {
        return handle(taking(notification -> {
            mails.add(notification.email());
            overlapping.add(handle());
        }));
    }

    @Test
    void keepsACancellationThatIsWrittenWhileItSends() {
        Disposition sent = handle(taking(_ -> store.put(store.find(BOOKING.appointmentId()).orElseThrow().cancelled(
                Given.provenance(new RequestId("cancel")), Optional.empty(), Given.TERMS,
                Given.DAY_AND_TWO_HOURS))));

        assertThat(sent).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(state()).isEqualTo(ReminderState.SKIPPED_CANCELLED);
    }

    /** As in another process, which crashed before it answered the queue. */
    private void markAsAnotherProcess() {
        Acquisition acquired = leases.acquire(BOOKING.appointmentId(), DUE.key(), Duration.ofSeconds(30));
        store.update(((Acquisition.Acquired) acquired).appointment(), DUE.in(ReminderState.SENT, clock.instant()));
    }

    @Test
    void waitsForAnotherWhoMayBeSending() {
        leases.acquire(BOOKING.appointmentId(), DUE.key(), Duration.ofSeconds(30));

        assertThat(handle()).isEqualTo(new Disposition.Deferred("IN_PROGRESS", Duration.ofSeconds(31)));
        clock.advance(Duration.ofSeconds(31));
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, ON_TIME", "PT5M, ON_TIME", "PT5M0.001S, LATE"})
    void countsWhetherItWasInTime(Duration later, Timeliness timeliness) {
        clock.advance(later);
        handle();

        assertThat(counted).containsExactly(timeliness);
    }

    @Test
    void countsAsLateWhatComesTooLate() {
        clock.set(CONFIRMED.startAt());
        handle();

        assertThat(counted).containsExactly(Timeliness.LATE);
    }

    @Test
    void countsEachRefusalOfTheProviderAsLate() {
        handle(_ -> new SendResult.NotAccepted("SES answered 400"));
        clock.set(stored().dueAt());
        handle();

        assertThat(counted).containsExactly(Timeliness.LATE, Timeliness.ON_TIME);
    }

    @Test
    void countsNothingThatIsNotToBeSent() {
        update(Given.details(Optional.empty()));
        handle();

        assertThat(counted).isEmpty();
    }

    @Test
    void isTriedAgainWhenTheProviderFails() {
        assertThatThrownBy(() -> handle(_ -> {
            throw new IllegalStateException("no answer");
        })).hasMessage("no answer");
        assertThat(state()).isEqualTo(ReminderState.SCHEDULED);

        clock.advance(Duration.ofMinutes(3));
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
    }

    @Test
    void comesTooLateOnceTheAppointmentHasStarted() {
        clock.set(CONFIRMED.startAt());

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SKIPPED_TOO_LATE));
        assertThat(mails).isEmpty();
        assertThat(state()).isEqualTo(ReminderState.SKIPPED_TOO_LATE);
    }

    @Test
    void leavesAPatientAloneWhoWantsNone() {
        update(Given.details(Optional.of("ada@example.org"), ReminderPreference.NONE));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SKIPPED_OPTED_OUT));
        assertThat(mails).isEmpty();
    }

    @Test
    void cannotReachAPatientWithoutAnAddress() {
        update(Given.details(Optional.empty()));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SKIPPED_NO_ADDRESS));
        assertThat(state()).isEqualTo(ReminderState.SKIPPED_NO_ADDRESS);
    }

    @Test
    void cannotReachAPatientWhoWasErased() {
        store.save(store.find(Given.ADA).orElseThrow().erased(Given.writer("erase"), Given.NOW));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SKIPPED_NO_ADDRESS));
    }

    @Test
    void putsOffWhatComesLateUntilTheQuietHoursAreOver() {
        quiet = Optional.of(QuietHours.of("08:00-11:00"));

        assertThat(handle()).as("due at nine in Berlin")
                .isEqualTo(new Disposition.Deferred("QUIET_HOURS", Duration.ofHours(2).plusSeconds(1)));
        assertThat(state()).isEqualTo(ReminderState.SCHEDULED);
        clock.advance(Duration.ofHours(2).plusSeconds(1));
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
    }

    /** Where the patient is, not where the clinic is. */
    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, 16:30-18:00, Deferred", "Asia/Tokyo, 08:30-10:00, Accepted",
            "America/New_York, 03:30-05:00, Deferred", "America/New_York, 08:30-10:00, Accepted",
            "Europe/Berlin, 08:30-10:00, Deferred"})
    void keepsTheQuietHoursByTheClockOfThePatient(ZoneId zone, String hours, String disposition) {
        PatientDetails ada = Given.details(Optional.of("ada@example.org"));
        update(new PatientDetails(ada.firstName(), ada.lastName(), ada.email(), ada.phone(), ada.dateOfBirth(),
                Optional.of(zone), ada.locale(), ada.reminderPreference()));
        quiet = Optional.of(QuietHours.of(hours));

        assertThat(handle().getClass().getSimpleName()).isEqualTo(disposition);
    }

    @Test
    void isNotMissedWhileItIsPutOff() {
        quiet = Optional.of(QuietHours.of("08:00-11:00"));
        handle();

        Instant end = DUE.dueAt().plus(Duration.ofHours(2));
        assertThat(stored().dueAt()).isEqualTo(end);
        assertThat(new OverdueRules(end).overdueReminders(store.find(BOOKING.appointmentId()).orElseThrow())).isEmpty();
        clock.set(CONFIRMED.startAt());
        assertThat(handle()).as("lost nevertheless").isEqualTo(new Disposition.Accepted(Effect.SKIPPED_TOO_LATE));
    }

    @ParameterizedTest
    @EnumSource(UndeliverableCode.class)
    void endsWhenALetterCanNeverBeSent(UndeliverableCode code) {
        assertThat(handle(_ -> new SendResult.Undeliverable(code)))
                .isEqualTo(new Disposition.Accepted(Effect.SKIPPED_UNDELIVERABLE));

        assertThat(stored()).isEqualTo(DUE.undeliverable(code, clock.instant()));
        assertThat(store.undeliverable(PageRequest.first()).items()).singleElement()
                .satisfies(ada -> assertThat(ada.undeliverable())
                        .contains(new Undeliverable(code, clock.instant())));
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.CLOSED_BEFORE));
        assertThat(mails).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(UndeliverableCode.class)
    void sendsNothingToAnAddressThatBouncedOrComplained(UndeliverableCode code) {
        Patient ada = store.find(Given.ADA).orElseThrow();
        store.mark(ada.id(), ada.version(), new Undeliverable(code, DUE.dueAt().minusSeconds(1)));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(
                code.endsSending() ? Effect.SKIPPED_UNDELIVERABLE : Effect.SENT));
        assertThat(mails).hasSize(code.endsSending() ? 0 : 1);
        assertThat(stored().code()).isEqualTo(Optional.of(code).filter(UndeliverableCode::endsSending));
    }

    /** The e-mail was sent, whatever became of it. */
    @Test
    void countsAsSentWhatBouncedBeforeItsMessageCameAgain() {
        markAsAnotherProcess();
        Patient ada = store.find(Given.ADA).orElseThrow();
        store.mark(ada.id(), ada.version(), new Undeliverable(UndeliverableCode.ADDRESS_BOUNCED, clock.instant()));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(state()).isEqualTo(ReminderState.SENT);
    }

    @Test
    void sendsAgainAfterANewRegistration() {
        Patient ada = store.find(Given.ADA).orElseThrow();
        store.mark(ada.id(), ada.version(), new Undeliverable(UndeliverableCode.ADDRESS_BOUNCED, clock.instant()));
        update(Given.details(Optional.of("ada@example.com")));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(mails).containsExactly("ada@example.com");
    }

    @Test
    void aNewRegistrationTakesTheSignOff() {
        handle(_ -> new SendResult.Undeliverable(UndeliverableCode.ADDRESS_REFUSED));
        update(Given.details(Optional.of("ada@example.com")));

        assertThat(store.undeliverable(PageRequest.first()).items()).isEmpty();
    }

    /** What is ours goes on until the appointment starts: no dead letter, no copies, and no patient bears the blame. */
    @Test
    void goesOnWithPausesWhileTheProviderTakesNothing() {
        List<Disposition> fates = new ArrayList<>();
        for (int receive = 1; receive <= 4; receive++) {
            fates.add(use(_ -> new SendResult.NotAccepted("SES answered 400")).handle(REMIND, delivery(receive),
                    () -> Duration.ofSeconds(30)));
            assertThat(new OverdueRules(stored().dueAt()).overdueReminders(store.find(BOOKING.appointmentId())
                    .orElseThrow())).isEmpty();
            clock.set(stored().dueAt());
        }

        assertThat(fates).containsExactly(refused(3), refused(6), refused(12),
                new Disposition.Accepted(Effect.PUT_OFF));
        assertThat(stored().isOpen()).isTrue();
        assertThat(Duration.between(DUE.dueAt(), clock.instant())).isEqualTo(Duration.ofMinutes(81));
        assertThat(store.undeliverable(PageRequest.first()).items()).isEmpty();
        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SENT));
    }

    @Test
    void isNeverDueAfterTheStart() {
        clock.set(CONFIRMED.startAt().minusSeconds(60));
        handle(_ -> new SendResult.NotAccepted("SES gave no answer"));

        assertThat(stored().dueAt()).isEqualTo(CONFIRMED.startAt());
    }

    private static Disposition refused(int minutes) {
        return new Disposition.Faulted(ExternalFault.MAIL_NOT_TAKEN, "SES answered 400", Duration.ofMinutes(minutes));
    }

    @Test
    void skipsWhatComesLateWhenQuietHoursLastUntilTheStart() {
        quiet = Optional.of(QuietHours.of("08:00-10:00"));
        clock.set(CONFIRMED.startAt().minusSeconds(60));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.SKIPPED_QUIET_HOURS));
        assertThat(mails).isEmpty();
    }

    @Test
    void tellsOfACancellationWhateverTheHour() {
        ReminderPlan telling = new ReminderPlan(List.of(), Optional.empty(), true);
        Appointment cancelled = CONFIRMED.cancelled(Given.provenance(new RequestId("cancel")), Optional.empty(),
                Given.TERMS, telling);
        store.put(cancelled);
        quiet = Optional.of(QuietHours.of("08:00-11:00"));
        List<NotificationType> occasions = new ArrayList<>();

        Disposition disposition = use(taking(notification -> occasions.add(notification.type()))).handle(
                new ReminderMessage.Remind(cancelled.id(),
                        cancelled.openReminders().findFirst().orElseThrow().key(), Given.correlation()),
                delivery(1),
                () -> Duration.ofSeconds(30));
        assertThat(disposition).isEqualTo(new Disposition.Accepted(Effect.SENT));
        assertThat(occasions).containsExactly(NotificationType.CANCELLATION);
    }

    @Test
    void writesInThePatientsLanguageElseInTheClinics() {
        List<Locale> languages = new ArrayList<>();
        handle(taking(notification -> languages.add(notification.locale())));
        store.put(CONFIRMED);
        PatientDetails ada = Given.details(Optional.of("ada@example.org"));
        update(new PatientDetails(ada.firstName(), ada.lastName(), ada.email(), ada.phone(), ada.dateOfBirth(),
                ada.timeZone(), Optional.of(Locale.GERMANY), ada.reminderPreference()));
        use(taking(notification -> languages.add(notification.locale()))).handle(
                new ReminderMessage.Remind(CONFIRMED.id(),
                        CONFIRMED.reminders().getLast().key(), Given.correlation()),
                delivery(1), () -> Duration.ofSeconds(30));

        assertThat(languages).containsExactly(Locale.UK, Locale.GERMANY);
    }

    @Test
    void doesNothingForAReminderOfAnOlderTime() {
        ReminderMessage.Remind stale = new ReminderMessage.Remind(BOOKING.appointmentId(),
                new ReminderKey(7, DUE.key().kind()), Given.correlation());

        assertThat(use(taking(notification -> mails.add(notification.email()))).handle(stale, delivery(1),
                () -> Duration.ofSeconds(30)))
                .isEqualTo(new Disposition.Accepted(Effect.CLOSED_BEFORE));
        assertThat(mails).isEmpty();
    }

    @Test
    void refusesAnAppointmentThatIsUnknownForTooLong() {
        ReminderMessage.Remind unknown = new ReminderMessage.Remind(new AppointmentId("none"), DUE.key(),
                Given.correlation());
        SendReminder use = use(taking(notification -> mails.add(notification.email())));

        IncomingMessage.Delivery sent = delivery(1);

        assertThat(use.handle(unknown, sent, () -> Duration.ofSeconds(30))).isInstanceOf(Disposition.Deferred.class);
        clock.advance(ReorderingWindow.LENGTH);
        assertThat(use.handle(unknown, sent, () -> Duration.ofSeconds(30)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_APPOINTMENT));
    }

    private Disposition handle() {
        return handle(taking(notification -> mails.add(notification.email())));
    }

    /** Of a message that is sent now. */
    private IncomingMessage.Delivery delivery(int received) {
        return new IncomingMessage.Delivery("handle", received, Optional.of(clock.instant()));
    }

    private static NotificationChannel taking(Consumer<Notification> provider) {
        return notification -> {
            provider.accept(notification);
            return new SendResult.Sent();
        };
    }

    private Disposition handle(NotificationChannel channel) {
        return use(channel).handle(REMIND, delivery(1), () -> Duration.ofSeconds(30));
    }

    private SendReminder use(NotificationChannel channel) {
        Stores stores = Ports.of(store, new InMemoryRecords(clock), clock).with(leases);
        return SendReminder.of(stores, channel, quiet, Locale.UK, (_, timeliness) -> counted.add(timeliness), clock);
    }

    private void update(PatientDetails details) {
        Patient ada = store.find(Given.ADA).orElseThrow();
        store.save(ada.updated(details, Given.writer("update"), Instant.EPOCH));
    }

    private ReminderState state() {
        return stored().state();
    }

    private Reminder stored() {
        return store.find(BOOKING.appointmentId()).orElseThrow().reminder(DUE.key()).orElseThrow();
    }
}
