package clinic.appointments.model;

import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a request has done it has done, whatever came after it: a redelivery is judged by the request before the status.
 */
class RedeliveryTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final Booking ELSEWHERE = BOOKING.movedTo(Given.slot("15:00", "15:30"), BOOKING.resources());

    /** Each with the changes that came after the one that is delivered again. */
    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"BOOK, ''", "BOOK, RESCHEDULE", "BOOK, CONFIRM CANCEL", "BOOK, CONFIRM COMPLETE", "RESCHEDULE, ''",
            "RESCHEDULE, CONFIRM", "RESCHEDULE, CANCEL", "RESCHEDULE, CONFIRM COMPLETE", "RESCHEDULE, RESCHEDULE",
            "CONFIRM, ''", "CONFIRM, RESCHEDULE", "CONFIRM, CANCEL", "CONFIRM, COMPLETE", "CANCEL, ''",
            "COMPLETE, ''"})
    void isARepeat(AppointmentAction action, String after) {
        Appointment standing = after(action);
        for (String later : after.isEmpty() ? new String[0] : after.split(" ")) {
            standing = changed(standing, AppointmentAction.valueOf(later), "later-" + standing.version());
        }

        assertThat(decide(standing, action, "own")).isEqualTo(new Decision.Repeated(standing));
    }

    private static Appointment after(AppointmentAction action) {
        return switch (action) {
            case BOOK -> Appointment.requested(BOOKING, Given.provenance(new RequestId("own")), Given.TERMS);
            case RESCHEDULE, CONFIRM, CANCEL -> changed(Given.requested(BOOKING), action, "own");
            case COMPLETE -> changed(changed(Given.requested(BOOKING), AppointmentAction.CONFIRM, "before"), action,
                    "own");
        };
    }

    private static Appointment changed(Appointment existing, AppointmentAction action, String request) {
        Provenance provenance = Given.provenance(new RequestId(request));
        return switch (action) {
            case BOOK -> throw new IllegalArgumentException("nothing is booked twice");
            case RESCHEDULE -> existing.rescheduled(provenance, other(existing), Given.TERMS, Given.DAY_AND_TWO_HOURS,
                    Given.BERLIN);
            case CONFIRM -> existing.confirmed(provenance, Given.DAY_AND_TWO_HOURS, Given.BERLIN);
            case COMPLETE -> existing.completed(provenance, CompletionOutcome.FULFILLED, Given.TERMS);
            case CANCEL -> existing.cancelled(provenance, Optional.empty(), Given.TERMS, Given.DAY_AND_TWO_HOURS);
        };
    }

    private static Decision decide(Appointment existing, AppointmentAction action, String request) {
        Provenance provenance = Given.provenance(new RequestId(request));
        return switch (action) {
            case BOOK ->
                BookingPolicy.decide(Appointment.requested(BOOKING, provenance, Given.TERMS), new BookingSituation(
                        Optional.empty(), Optional.of(existing), List.of(), List.of()), Given.TERMS);
            case RESCHEDULE -> Given.POLICY.reschedule(existing, ELSEWHERE, List.of(), Given.BERLIN, provenance);
            case CONFIRM -> Given.POLICY.confirm(existing, Given.BERLIN, provenance);
            case COMPLETE -> Given.POLICY.complete(existing, CompletionOutcome.FULFILLED, provenance);
            case CANCEL -> Given.POLICY.cancel(existing, List.of(), provenance, Optional.empty());
        };
    }

    private static Booking other(Appointment existing) {
        return existing.slot().equals(BOOKING.slot()) ? ELSEWHERE : BOOKING;
    }
}
