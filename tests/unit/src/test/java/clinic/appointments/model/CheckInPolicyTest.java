package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckInPolicyTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final Instant ON_THE_DAY = Instant.parse("2026-03-17T07:50:00Z");

    /** The date begins in the zone of the appointment. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 09:00, 2026-03-16T22:59:59.999Z, 2026-03-16T23:00:00Z",
            "Pacific/Auckland, 09:00, 2026-03-16T10:59:59.999Z, 2026-03-16T11:00:00Z",
            "Europe/Berlin, 00:30, 2026-03-16T21:29:59.999Z, 2026-03-16T21:30:00Z"})
    void admitsPatientsOnTheDateOrInTheTwoHoursBefore(ZoneId zone, LocalTime start, Instant early, Instant inTime) {
        Appointment confirmed = Given.confirmed(Given.booking("a",
                new LocalSlot(LocalDate.parse("2026-03-17"), start, start.plusMinutes(30)).in(zone)));

        assertThat(CheckInPolicy.decide(confirmed, CheckInState.ARRIVED, sent("r", early)))
                .isEqualTo(new Marking.Refused(RejectionReason.CHECK_IN_TOO_EARLY));
        assertThat(CheckInPolicy.decide(confirmed, CheckInState.ARRIVED, sent("r", inTime)))
                .isInstanceOf(Marking.Made.class);
    }

    @Test
    void marksWithTheTimeOfSendingAndTheActorAndChangesNothingElse() {
        Appointment confirmed = Given.confirmed(BOOKING);
        Appointment marked = marked(confirmed, CheckInState.ARRIVED, ON_THE_DAY);

        assertThat(marked.marks()).isEqualTo(new Marks(Map.of(CheckInState.ARRIVED, new Mark(ON_THE_DAY, "desk-1"))));
        assertThat(marked.with(Marks.NONE)).isEqualTo(confirmed);
    }

    @Test
    void takesStatesInAnyOrderAndKeepsTheFirstOfEach() {
        Instant later = ON_THE_DAY.plusSeconds(60);
        Appointment inOrder = marked(marked(Given.confirmed(BOOKING), CheckInState.ARRIVED, ON_THE_DAY),
                CheckInState.IN_ROOM, later);
        Appointment reordered = marked(marked(Given.confirmed(BOOKING), CheckInState.IN_ROOM, later),
                CheckInState.ARRIVED, ON_THE_DAY);

        assertThat(reordered).isEqualTo(inOrder);
        assertThat(reordered.marks().checkIn()).contains(CheckInState.IN_ROOM);
        assertThat(CheckInPolicy.decide(inOrder, CheckInState.ARRIVED, sent("again", later)))
                .isEqualTo(new Marking.MadeBefore(inOrder));
    }

    @Test
    void lapsesWithAMoveToAnotherTimeButNotToAnotherRoom() {
        Appointment marked = marked(Given.confirmed(BOOKING), CheckInState.ARRIVED, ON_THE_DAY);

        assertThat(moved(marked, BOOKING.movedTo(BOOKING.slot(), List.of(Given.DR_GREY))).marks())
                .isEqualTo(marked.marks());
        assertThat(moved(marked, later()).marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void isOvertakenByAMoveToAnotherTimeButNotToAnotherRoom() {
        Provenance before = sent("check-in", ON_THE_DAY.minusSeconds(1));
        Appointment confirmed = Given.confirmed(BOOKING);

        assertThat(CheckInPolicy.decide(moved(confirmed, later()), CheckInState.ARRIVED, before))
                .isEqualTo(new Marking.Refused(RejectionReason.OVERTAKEN));
        assertThat(CheckInPolicy.decide(
                moved(confirmed, BOOKING.movedTo(BOOKING.slot(), List.of(Given.DR_GREY))),
                CheckInState.ARRIVED, before)).isInstanceOf(Marking.Made.class);
    }

    @Test
    void isOvertakenByACancellationThatWasSentLater() {
        Appointment cancelled = Given.confirmed(BOOKING).cancelled(sent("cancel", ON_THE_DAY), Optional.empty(),
                Given.TERMS, Given.DAY_AND_TWO_HOURS);

        assertThat(CheckInPolicy.decide(cancelled, CheckInState.ARRIVED, sent("r", ON_THE_DAY.minusSeconds(1))))
                .isEqualTo(new Marking.Refused(RejectionReason.OVERTAKEN));
        assertThat(CheckInPolicy.decide(cancelled, CheckInState.ARRIVED, sent("r", ON_THE_DAY.plusSeconds(1))))
                .isEqualTo(new Marking.Refused(RejectionReason.ILLEGAL_TRANSITION));
    }

    @Test
    void keepsItsMarksWhenTheAppointmentEnds() {
        Appointment marked = marked(Given.confirmed(BOOKING), CheckInState.LEFT, ON_THE_DAY);

        assertThat(marked.completed(sent("c", ON_THE_DAY), CompletionOutcome.FULFILLED, Given.TERMS).marks())
                .isEqualTo(marked.marks());
        assertThat(marked.cancelled(sent("c", ON_THE_DAY), Optional.empty(), Given.TERMS, Given.DAY_AND_TWO_HOURS)
                .marks()).isEqualTo(marked.marks());
    }

    private static Booking later() {
        return BOOKING.movedTo(Given.slot("15:00", "15:30"), BOOKING.resources());
    }

    private static Appointment moved(Appointment existing, Booking next) {
        return existing.rescheduled(sent("move", ON_THE_DAY), next, Given.TERMS, Given.DAY_AND_TWO_HOURS,
                Given.BERLIN);
    }

    private static Appointment marked(Appointment existing, CheckInState state, Instant at) {
        return CheckInPolicy.decide(existing, state, sent("r-" + state, at)) instanceof Marking.Made(var _, var marked)
                ? marked
                : existing;
    }

    private static Provenance sent(String request, Instant at) {
        return new Provenance(new RequestId(request), Optional.of(at), "desk-1", Optional.empty(), at.plusSeconds(2));
    }
}
