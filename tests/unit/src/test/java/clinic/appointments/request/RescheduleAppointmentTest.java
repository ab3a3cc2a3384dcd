package clinic.appointments.request;

import java.time.Duration;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RescheduleAppointmentTest extends RequestUseCaseTest {

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
                .isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN,
                        Evidence.blockedBy(new AppointmentId("b"))));
        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
    }

    @Test
    void mayOverlapItsOwnOldTime() {
        take(BOOKING);

        assertThat(take(Given.request(new RequestId("move"), move("09:15", "09:45"))))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
    }

    @Test
    void healsACrashBetweenAMoveAndItsAnnouncement() {
        take(BOOKING);
        AppointmentRequest<RequestCommand> move = Given.request(new RequestId("move"), move("11:00", "11:30"));
        assertThatThrownBy(() -> request(bookings, _ -> {
            throw new IllegalStateException("crash");
        }).handle(move, ENOUGH)).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(move)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(2);
    }

    @Test
    void refusesToMoveAHoldThatIsOver() {
        policy = new ChangePolicy(Given.held(Duration.ofHours(1)), Given.POLICY.plan());
        take(BOOKING);
        clock.advance(Duration.ofHours(1));

        assertThat(take(Given.request(new RequestId("move"), move("10:00", "10:30"))))
                .isEqualTo(new Disposition.Rejected(RejectionReason.HOLD_EXPIRED));
    }
}
