package clinic.appointments.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotentReceiverTest extends RequestUseCaseTest {

    @Test
    void doesNothingForARequestThatWasDone() {
        take(BOOKING);

        assertThat(take(BOOKING)).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(followUps).as("nobody knows whether the first was sent").hasSize(2);
    }

    @Test
    void keepsTheRefusalOfARequestThatComesAgainWhenTheSlotIsFree() {
        Booking rival = Given.booking("b", Given.slot("09:15", "09:45"), Given.ROOM_1);
        take(rival);
        Disposition first = take(BOOKING);

        assertThat(first).isEqualTo(new Disposition.Rejected(RejectionReason.PATIENT_BUSY,
                Evidence.blockedBy(new AppointmentId("b"))));
        assertThat(take(BOOKING)).as("by the receipt").isEqualTo(first);
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
    void decidesAgainAfterALostRace() {
        Booking rival = Given.bookingOf(new PatientId("rival"), "b",
                Given.slot("09:00", "09:30"), Given.ROOM_1);
        store.save(Given.patient(rival.patientId()));
        Bookings racing = new Racing(bookings, () -> take(rival));

        assertThat(takeWith(racing, followUps::add)).isEqualTo(new Disposition.Rejected(RejectionReason.SLOT_TAKEN,
                Evidence.blockedBy(new AppointmentId("b"))));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void givesUpAContendedDayWhileThereIsTimeToSaySo() {
        Disposition disposition = request(HinderedStore.losingRaces(store), followUps::add)
                .handle(Given.request(BOOKING), SHORT);

        assertThat(disposition).isInstanceOfSatisfying(Disposition.Deferred.class, deferred -> {
            assertThat(deferred.reason()).isEqualTo("CONTENDED");
            assertThat(deferred.delay()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        });
        assertThat(take(BOOKING)).as("the attempt was withdrawn").isEqualTo(new Disposition.Accepted(Effect.BOOKED));
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

    private static RequestCommand change(String command) {
        return switch (command) {
            case "RESCHEDULE" -> move("11:00", "11:30");
            case "CANCEL" -> cancel();
            default -> expire();
        };
    }
}
