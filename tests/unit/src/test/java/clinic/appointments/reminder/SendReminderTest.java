package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.message.Fate;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.ReminderChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SendReminderTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Appointment CONFIRMED = Given.confirmed(BOOKING);
    private static final Reminder DUE = CONFIRMED.reminders().getFirst();
    private static final ReminderMessage REMIND = new ReminderMessage(BOOKING.appointmentId(), DUE.key(),
            Given.trail());

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords records = new InMemoryRecords(clock);
    private final List<String> mails = new ArrayList<>();

    @BeforeEach
    void confirmAnAppointmentOfAda() {
        store.put(CONFIRMED);
        store.save(Given.patient(Given.ADA));
        clock.set(DUE.dueAt());
    }

    @Test
    void sendsAndSaysSo() {
        assertThat(handle()).isEqualTo(new Fate.Accepted("SENT"));
        assertThat(mails).containsExactly("ada@example.org");
        assertThat(state()).isEqualTo(ReminderState.SENT);
    }

    @Test
    void sendsOnceHoweverOftenItIsAsked() {
        handle();

        assertThat(handle()).isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(mails).hasSize(1);
    }

    @Test
    void marksWhatWasSentBeforeACrash() {
        records.begin(BOOKING.appointmentId(), DUE.key(), Duration.ofSeconds(30));
        records.complete(BOOKING.appointmentId(), DUE.key());

        assertThat(handle()).isEqualTo(new Fate.Accepted("SENT"));
        assertThat(mails).isEmpty();
        assertThat(state()).isEqualTo(ReminderState.SENT);
    }

    @Test
    void waitsForAnotherWhoMayBeSending() {
        records.begin(BOOKING.appointmentId(), DUE.key(), Duration.ofSeconds(30));

        assertThat(handle()).isEqualTo(new Fate.Postponed("IN_PROGRESS", Duration.ofSeconds(31)));
        clock.advance(Duration.ofSeconds(31));
        assertThat(handle()).isEqualTo(new Fate.Accepted("SENT"));
    }

    @Test
    void isTriedAgainWhenTheProviderFails() {
        assertThatThrownBy(() -> handle(_ -> {
            throw new IllegalStateException("no answer");
        })).hasMessage("no answer");
        assertThat(state()).isEqualTo(ReminderState.SCHEDULED);

        clock.advance(Duration.ofMinutes(3));
        assertThat(handle()).isEqualTo(new Fate.Accepted("SENT"));
    }

    @Test
    void comesTooLateOnceTheAppointmentHasStarted() {
        clock.set(CONFIRMED.startAt());

        assertThat(handle()).isEqualTo(new Fate.Accepted("SKIPPED_TOO_LATE"));
        assertThat(mails).isEmpty();
        assertThat(state()).isEqualTo(ReminderState.SKIPPED_TOO_LATE);
    }

    @Test
    void leavesAPatientAloneWhoWantsNone() {
        update(Given.details(Optional.of("ada@example.org"), ReminderPreference.NONE));

        assertThat(handle()).isEqualTo(new Fate.Accepted("SKIPPED_OPTED_OUT"));
        assertThat(mails).isEmpty();
    }

    @Test
    void cannotReachAPatientWithoutAnAddress() {
        update(Given.details(Optional.empty()));

        assertThat(handle()).isEqualTo(new Fate.Accepted("SKIPPED_NO_ADDRESS"));
        assertThat(state()).isEqualTo(ReminderState.SKIPPED_NO_ADDRESS);
    }

    @Test
    void doesNothingForAReminderOfAnOlderTime() {
        ReminderMessage stale = new ReminderMessage(BOOKING.appointmentId(),
                new ReminderKey(7, DUE.key().offset()), Given.trail());

        assertThat(use(letter -> mails.add(letter.email())).handle(stale, 1, () -> Duration.ofSeconds(30)))
                .isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(mails).isEmpty();
    }

    @Test
    void refusesAnUnknownAppointmentOnTheThirdReceive() {
        ReminderMessage unknown = new ReminderMessage(new AppointmentId("none"), DUE.key(),
                Given.trail());
        SendReminder use = use(letter -> mails.add(letter.email()));

        assertThat(use.handle(unknown, 2, () -> Duration.ofSeconds(30))).isInstanceOf(Fate.Postponed.class);
        assertThat(use.handle(unknown, 3, () -> Duration.ofSeconds(30)))
                .isEqualTo(new Fate.Rejected(RejectionReason.UNKNOWN_APPOINTMENT));
    }

    private Fate handle() {
        return handle(letter -> mails.add(letter.email()));
    }

    private Fate handle(ReminderChannel channel) {
        return use(channel).handle(REMIND, 1, () -> Duration.ofSeconds(30));
    }

    private SendReminder use(ReminderChannel channel) {
        return new SendReminder(store, store, channel, records.ofAnotherProcess(), clock);
    }

    private void update(PatientDetails details) {
        Patient ada = store.find(Given.ADA).orElseThrow();
        store.save(ada.updated(details, new RequestId("update"), Instant.EPOCH));
    }

    private ReminderState state() {
        return store.find(BOOKING.appointmentId()).orElseThrow().reminders().getFirst().state();
    }
}
