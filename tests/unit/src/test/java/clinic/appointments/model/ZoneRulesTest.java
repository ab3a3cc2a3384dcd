package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What was booked stays where it was booked, also when a government changes the rules of a zone. */
class ZoneRulesTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final LocalDate DATE = LocalDate.parse("2026-07-17");
    private static final TimeSlot TODAY = TimeSlot.of(DATE, LocalTime.of(18, 0), LocalTime.of(18, 30), MEXICO);
    /** As it was meant while Mexico had a summer time. */
    private static final TimeSlot BOOKED = new TimeSlot(TODAY.local(), MEXICO,
            new Interval(TODAY.interval().start().minus(Duration.ofHours(1)),
                    TODAY.interval().end().minus(Duration.ofHours(1))));

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void areAskedWhetherTheyGiveALocalTimeOtherInstants() {
        assertThat(BOOKED.isShiftedByZoneRules()).isTrue();
        assertThat(TODAY.isShiftedByZoneRules()).isFalse();
    }

    @Test
    void freeNoTimeThatIsTaken() {
        book("a", BOOKED);

        assertThat(decide("b", at("17:00", "17:30"))).as("the hour that was taken")
                .isEqualTo(new Decision.Rejected(RejectionReason.SLOT_TAKEN,
                        Evidence.blockedBy(new AppointmentId("a"))));
        assertThat(decide("b", TODAY)).as("the hour that nobody has").isInstanceOf(Decision.Granted.class);
    }

    @Test
    void letNoClaimStayBehind() {
        Appointment booked = book("a", BOOKED);
        Decision.Granted cancelled = (Decision.Granted) Given.POLICY.cancel(booked,
                store.days(Given.POLICY.daysOfCancellation(booked)), Given.provenance(new RequestId("cancel")),
                Optional.empty());
        assertThat(store.save(cancelled)).isEqualTo(WriteResult.WRITTEN);

        assertThat(daysOf(booked)).allMatch(day -> day.busy().isEmpty());
        assertThat(decide("b", at("17:00", "17:30"))).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void doNotMoveReminders() {
        Appointment booked = book("a", BOOKED);

        assertThat(booked.startAt()).isEqualTo(BOOKED.interval().start());
        assertThat(booked.confirmed(Given.provenance(new RequestId("confirm")), Given.DAY_AND_TWO_HOURS, MEXICO)
                .reminders()).extracting(Reminder::dueAt).containsExactly(
                        BOOKED.interval().start().minus(Duration.ofHours(24)),
                        BOOKED.interval().start().minus(Duration.ofHours(2)));
    }

    /** A request that repeats the local time asks for it by today's rules. */
    @Test
    void areFollowedByAMoveToTheSameLocalTime() {
        Appointment booked = book("a", BOOKED);
        Booking again = booked.booking().movedTo(TODAY, booked.booking().resources());
        Decision decision = Given.POLICY.reschedule(booked, again,
                store.days(Given.POLICY.daysOfMove(booked, again)), MEXICO, Given.provenance(new RequestId("move")));

        assertThat(((Decision.Granted) decision).appointment().interval()).isEqualTo(TODAY.interval());
    }

    private Appointment book(String id, TimeSlot slot) {
        Decision.Granted granted = (Decision.Granted) decide(id, slot);
        store.save(granted);
        return granted.appointment();
    }

    private Decision decide(String id, TimeSlot slot) {
        PatientId patient = new PatientId("patient-" + id);
        Appointment wanted = Given.requested(Given.bookingOf(patient, id, slot, Given.ROOM_1));
        return BookingPolicy.decide(wanted, new BookingSituation(Optional.of(Given.patient(patient)), Optional.empty(),
                store.days(CalendarId.touchedBy(wanted.claims())), List.of()), Given.TERMS);
    }

    /** On the dates around, too. */
    private List<CalendarDay> daysOf(Appointment appointment) {
        Instant start = appointment.startAt();
        return store.days(appointment.claims().stream().flatMap(claim -> Stream.of(-1, 0, 1)
                .map(days -> new CalendarId(claim.owner(),
                        LocalDate.ofInstant(start, ZoneId.of("UTC")).plusDays(days))))
                .toList());
    }

    private static TimeSlot at(String start, String end) {
        return TimeSlot.of(DATE, LocalTime.parse(start), LocalTime.parse(end), MEXICO);
    }
}
