package clinic.appointments.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarAuditTest {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");
    private static final Appointment ONE = Given.confirmed(Given.booking("one", Given.slot("09:00", "09:30")));
    private static final Appointment TWO = Given.confirmed(Given.booking("two", Given.slot("10:00", "10:30")));
    private static final Appointment CANCELLED = TWO.cancelled(Given.provenance(new RequestId("cancel")),
            Optional.empty(), Given.TERMS, new ReminderPlan(List.of(), Optional.empty(), false));

    private final CalendarId day = ONE.claims().getFirst().days().findFirst().orElseThrow();

    @Test
    void findsADayWithoutAClaim() {
        CalendarDay stored = new CalendarDay(day, List.of(busy(ONE)), 7);

        assertThat(audit(ONE, TWO).mended(stored)).contains(new CalendarDay(day, List.of(busy(ONE), busy(TWO)), 8));
    }

    @Test
    void findsAClaimWithoutAnAppointment() {
        CalendarDay stored = new CalendarDay(day, List.of(busy(ONE), busy(TWO)), 7);

        assertThat(audit(ONE).mended(stored)).contains(new CalendarDay(day, List.of(busy(ONE)), 8));
        assertThat(audit(ONE, CANCELLED).mended(stored)).contains(new CalendarDay(day, List.of(busy(ONE)), 8));
    }

    @Test
    void findsADayThatIsNotThere() {
        assertThat(audit(ONE).claimedDays()).contains(day);
        assertThat(audit(ONE).mended(CalendarDay.empty(day))).contains(new CalendarDay(day, List.of(busy(ONE)), 1));
    }

    @Test
    void agreesWhateverTheOrder() {
        assertThat(audit(ONE, TWO).mended(new CalendarDay(day, List.of(busy(TWO), busy(ONE)), 7))).isEmpty();
        assertThat(audit().mended(CalendarDay.empty(day))).isEmpty();
    }

    @Test
    void comparesNoDayOfThePast() {
        CalendarAudit later = CalendarAudit.of(Stream.of(ONE), day.date().plusDays(1));

        assertThat(later.claimedDays()).isEmpty();
        assertThat(later.mended(CalendarDay.empty(day))).isEmpty();
    }

    private static CalendarAudit audit(Appointment... appointments) {
        return CalendarAudit.of(Stream.of(appointments), LONG_AGO);
    }

    private static CalendarDay.Busy busy(Appointment appointment) {
        return new CalendarDay.Busy(appointment.interval(), appointment.id());
    }
}
