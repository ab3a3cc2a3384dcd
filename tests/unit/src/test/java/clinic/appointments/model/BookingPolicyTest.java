package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookingPolicyTest {

    private static final Appointment WANTED = Given
            .requested(Given.booking("wanted", Given.slot("09:00", "09:30"), Given.DR_GREY));
    private static final Patient ADA = Given.patient(Given.ADA);

    @Test
    void claimsThePatientsAndEveryResourcesDay() {
        Decision decision = decide(situation());

        assertThat(decision).isEqualTo(new Decision.Granted(Optional.empty(), WANTED, situation().days().stream()
                .map(day -> day.claimed(WANTED.interval(), WANTED.id())).toList()));
    }

    @Test
    void booksBackToBack() {
        Busy before = new Busy("08:30", "09:00");
        Busy after = new Busy("09:30", "10:00");

        assertThat(decide(resourceBusy(before, after))).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void rejectsATakenSlot() {
        assertThat(decide(resourceBusy(new Busy("09:29", "10:00"))))
                .isEqualTo(new Decision.Rejected(RejectionReason.SLOT_TAKEN,
                        Evidence.blockedBy(new AppointmentId("other"))));
    }

    @Test
    void rejectsASecondAppointmentOfThePatient() {
        assertThat(decide(patientBusy(new Busy("08:00", "09:01"))))
                .isEqualTo(new Decision.Rejected(RejectionReason.PATIENT_BUSY,
                        Evidence.blockedBy(new AppointmentId("other"))));
    }

    @Test
    void rejectsWhatDoesNotLieInTheFuture() {
        assertThat(BookingPolicy.decide(wantedAt(WANTED.startAt()), situation(), Given.TERMS))
                .isEqualTo(rejected(RejectionReason.IN_THE_PAST));
        assertThat(BookingPolicy.decide(wantedAt(WANTED.startAt().minusNanos(1)), situation(), Given.TERMS))
                .isInstanceOf(Decision.Granted.class);
    }

    @Test
    void rejectsATimeThatTheClocksSkip() {
        TimeSlot skipped = TimeSlot.of(LocalDate.parse("2026-03-29"), LocalTime.parse("02:15"),
                LocalTime.parse("03:15"), Given.BERLIN);
        Appointment wanted = Given.requested(Given.booking("skipped", skipped));

        assertThat(BookingPolicy.decide(wanted, situation(), Given.TERMS))
                .isEqualTo(rejected(RejectionReason.LOCAL_TIME_SKIPPED));
    }

    @Test
    void refusesAnUnknownPatient() {
        assertThat(decide(new BookingSituation(Optional.empty(), Optional.empty(), situation().days(), List.of())))
                .isEqualTo(rejected(RejectionReason.UNKNOWN_PATIENT));
    }

    @Test
    void recognizesItsOwnRequestBeforeAnyRule() {
        Appointment stored = Given.confirmed(WANTED.booking());
        Instant longAfter = WANTED.startAt().plusSeconds(1);

        assertThat(BookingPolicy.decide(wantedAt(longAfter), existing(stored), Given.TERMS))
                .isEqualTo(new Decision.Repeated(stored));
    }

    @Test
    void rejectsAnIdThatAnotherRequestHasTaken() {
        Appointment others = Appointment.requested(WANTED.booking(), Given.provenance(new RequestId("another")),
                Given.TERMS);

        assertThat(decide(existing(others))).isEqualTo(rejected(RejectionReason.APPOINTMENT_EXISTS));
    }

    private static Appointment wantedAt(Instant now) {
        return Appointment.requested(WANTED.booking(),
                Given.causeAt(Given.requestOf(WANTED.booking()), now), Given.TERMS);
    }

    private static Decision decide(BookingSituation situation) {
        return BookingPolicy.decide(WANTED, situation, Given.TERMS);
    }

    private static Decision rejected(RejectionReason reason) {
        return new Decision.Rejected(reason);
    }

    private static BookingSituation situation() {
        return new BookingSituation(Optional.of(ADA), Optional.empty(),
                CalendarId.touchedBy(WANTED.claims()).stream().map(CalendarDay::empty).toList(), List.of());
    }

    private static BookingSituation existing(Appointment stored) {
        return new BookingSituation(Optional.of(ADA), Optional.of(stored), situation().days(), List.of());
    }

    private static BookingSituation resourceBusy(Busy... busy) {
        return busy(false, busy);
    }

    private static BookingSituation patientBusy(Busy... busy) {
        return busy(true, busy);
    }

    private static BookingSituation busy(boolean patients, Busy... busy) {
        List<CalendarDay> days = situation().days().stream()
                .map(day -> day.id().owner() instanceof CalendarOwner.OfPatient == patients ? with(day, busy) : day)
                .toList();
        return new BookingSituation(Optional.of(ADA), Optional.empty(), days, List.of());
    }

    private static CalendarDay with(CalendarDay day, Busy... busy) {
        List<CalendarDay.Busy> taken = Stream.of(busy).map(Busy::asTaken).toList();
        return new CalendarDay(day.id(), taken, 1);
    }

    private record Busy(String start, String end) {

        CalendarDay.Busy asTaken() {
            return new CalendarDay.Busy(Given.slot(start, end).interval(), new AppointmentId("other"));
        }
    }
}
