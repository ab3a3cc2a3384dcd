package clinic.appointments.request;

import java.time.Duration;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.RejectionReason;
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
}
