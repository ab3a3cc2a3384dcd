package clinic.appointments.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpireHoldTest extends RequestUseCaseTest {

    @Test
    void holdsATimeUntilItsHoldIsEndedHoweverLate() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(4)), Given.DAY_AND_TWO_HOURS);
        take(BOOKING);
        Booking rival = Given.bookingOf(Given.ADA, "b", BOOKING.slot());
        clock.advance(Duration.ofHours(4));
        assertThat(take(rival)).as("the hold is over and not ended").isEqualTo(
                new Disposition.Rejected(RejectionReason.PATIENT_BUSY,
                        Evidence.blockedBy(new AppointmentId("a"))));

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

    /** Nothing would change, and its follow-up would only create its schedules again. */
    @Test
    void saysNothingOfAnAppointmentThatWasConfirmedInTime() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(4)), Given.DAY_AND_TWO_HOURS);
        take(BOOKING);
        store.put(store.find(BOOKING.appointmentId()).orElseThrow().confirmed(
                Given.provenance(new RequestId("confirm")), Given.DAY_AND_TWO_HOURS, Given.BERLIN));
        followUps.clear();
        clock.advance(Duration.ofHours(4));

        assertThat(take(Given.request(new RequestId("end"), expire())))
                .isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).isEmpty();
    }

    /** The first end may have crashed before its follow-up. */
    @Test
    void followsUpAgainWhenTheHoldHasLapsedBefore() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(4)),
                new ReminderPlan(List.of(), Optional.empty(), true));
        take(BOOKING);
        clock.advance(Duration.ofHours(4));
        take(Given.request(new RequestId("end"), expire()));
        followUps.clear();

        assertThat(take(Given.request(new RequestId("again"), expire())))
                .isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(1);
    }
}
