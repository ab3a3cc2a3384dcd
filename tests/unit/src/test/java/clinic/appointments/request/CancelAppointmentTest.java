package clinic.appointments.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Initiator;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CancelAppointmentTest extends RequestUseCaseTest {

    @Test
    void cancelsAndFreesTheTimeAtOnce() {
        take(BOOKING);
        Disposition cancelled = take(Given.request(new RequestId("cancel"), cancel()));
        Booking next = Given.booking("next", Given.slot("09:00", "09:30"), Given.ROOM_1);

        assertThat(cancelled).isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
        assertThat(take(next)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
    }

    @ParameterizedTest
    @EnumSource(Initiator.class)
    void keepsWhoWishedForItAsTheFirstRequestTells(Initiator initiator) {
        take(BOOKING);
        take(Given.request(new RequestId("cancel"), new AppointmentCommand.Cancel(BOOKING.appointmentId(),
                Optional.empty(), Optional.of(initiator))));
        take(Given.request(new RequestId("again"), cancel()));

        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().latestChange().provenance().initiatedBy())
                .contains(initiator);
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
    void tellsOfACancellationWhenNoticesAreOn() {
        policy = new ChangePolicy(Given.TERMS, new ReminderPlan(List.of(), Optional.empty(), true));
        take(BOOKING);
        take(Given.request(new RequestId("cancel"), cancel()));

        assertThat(followUps).hasSize(2);
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().openReminders())
                .extracting(reminder -> reminder.key().toString()).containsExactly("2/CANCELLATION");
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
}
