package clinic.appointments.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErasePatientTest extends RequestUseCaseTest {

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
        Racing racing = new Racing(bookings, () -> take(Given.request(new RequestId("erase"), erase())));

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

        @Override
        public Page<Appointment> overdue(Instant now, PageRequest page) {
            return new Page<>(List.of(), Optional.empty());
        }
    }
}
