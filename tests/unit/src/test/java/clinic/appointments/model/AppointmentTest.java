package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AppointmentTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final RequestId REQUEST = new RequestId("req");

    @Test
    void beginsRequestedWithItsRequestInTheHistory() {
        Appointment requested = Appointment.requested(BOOKING, Given.provenance(REQUEST), Given.TERMS);

        assertThat(requested.status()).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(requested.history())
                .containsExactly(new HistoryEntry(1, Given.provenance(REQUEST), AppointmentAction.BOOK,
                        Optional.empty(), AppointmentStatus.REQUESTED, Optional.empty()));
        assertThat(requested.hasSeen(REQUEST, AppointmentAction.BOOK)).isTrue();
        assertThat(requested.hasSeen(REQUEST, AppointmentAction.CONFIRM)).isFalse();
    }

    @Test
    void becomesConfirmedWithANewVersionAndItsReminders() {
        Instant later = Given.NOW.plusSeconds(5);
        Appointment confirmed = Appointment.requested(BOOKING, Given.provenance(REQUEST), Given.TERMS).confirmed(
                Provenance.following(REQUEST, later),
                Given.DAY_AND_TWO_HOURS, Given.BERLIN);

        assertThat(confirmed.version()).isEqualTo(2);
        assertThat(confirmed.updatedAt()).isEqualTo(later);
        assertThat(confirmed.createdAt()).isEqualTo(Given.NOW);
        assertThat(confirmed.latestChange()).isEqualTo(new HistoryEntry(2, Provenance.following(REQUEST, later),
                AppointmentAction.CONFIRM, Optional.of(AppointmentStatus.REQUESTED), AppointmentStatus.CONFIRMED,
                Optional.empty()));
        assertThat(confirmed.reminders()).extracting(reminder -> reminder.key().scheduleVersion()).containsOnly(1L);
    }

    @Test
    void isForgottenAfterTheRetentionAndOneOfTheSmokeTestAfterADay() {
        Appointment ended = cancelled(BOOKING);
        Appointment smoke = cancelled(Given.booking(SmokeId.PREFIX + "a", Given.slot("09:00", "09:30")));

        assertThat(ended.forgottenAt()).contains(ended.interval().end().plus(Given.TERMS.retention()));
        assertThat(smoke.forgottenAt()).contains(smoke.interval().end().plus(Duration.ofDays(1)));
    }

    private static Appointment cancelled(Booking booking) {
        return Appointment.requested(booking, Given.provenance(REQUEST), Given.TERMS).cancelled(
                Given.provenance(new RequestId("cancel")), Optional.empty(), Given.TERMS, Given.DAY_AND_TWO_HOURS);
    }
}
