package clinic.appointments.request;

import java.time.Duration;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.StaffOverride;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BookAppointmentTest extends RequestUseCaseTest {

    @Test
    void booksAndAnnouncesAndKeepsTheOutcome() {
        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));

        assertThat(store.find(BOOKING.appointmentId())).contains(Given.requested(BOOKING));
        assertThat(followUps).containsExactly(
                new FollowUp(BOOKING.appointmentId(), Given.requestOf(BOOKING), Given.correlation()));
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
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
    void waitsForAResourceThatMayBeDefinedYetWhereTheStageDemandsIt() {
        Booking early = Given.booking("e", Given.slot("11:00", "11:30"), Given.ROOM_1);
        policy = new ChangePolicy(Given.demanding(policy.terms()), policy.plan());

        assertThat(take(Given.request(early)))
                .isEqualTo(new Disposition.Deferred("UNKNOWN_RESOURCE", Duration.ofSeconds(5)));
        store.save(Given.defined(Given.ROOM_1, ResourceDetails.NONE));
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
    void healsACrashBetweenTheBookingAndTheAnnouncement() {
        assertThatThrownBy(() -> takeWith(bookings, _ -> {
            throw new IllegalStateException("crash");
        })).hasMessage("crash");
        clock.advance(Duration.ofSeconds(31));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).hasSize(1);
        assertThat(outcome(BOOKING)).contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
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
    void booksTwiceWhenTheStaffTakesItUponItselfAndKeepsWhoDidAndWhy() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b", BOOKING.slot(), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        take(rival);
        StaffOverride override = new StaffOverride("dr-7", new ReasonCode("URGENT"));
        AppointmentRequest<RequestCommand> urgent = Given.request(new RequestId("urgent"),
                new AppointmentCommand.Book(BOOKING), new AppointmentRequest.Requester("dr-7", Optional.of(override)));

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN,
                Evidence.blockedBy(new AppointmentId("b"))));
        assertThat(take(urgent)).isEqualTo(new Disposition.Accepted(Effect.BOOKED));
        assertThat(store.find(BOOKING.appointmentId()).orElseThrow().latestChange().provenance().override())
                .contains(override);
        take(Given.request(new RequestId("cancel"), cancel()));
        assertThat(store.find(rival.appointmentId()).orElseThrow().status()).isEqualTo(AppointmentStatus.REQUESTED);
        assertThat(take(Given.bookingOf(Given.ADA, "c", BOOKING.slot(), Given.ROOM_1))).as("one claim is left")
                .isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN,
                        Evidence.blockedBy(new AppointmentId("b"))));
    }
}
