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

        assertThat(mended(audit(ONE, TWO), stored)).contains(new CalendarDay(day, List.of(busy(ONE), busy(TWO)), 8));
    }

    @Test
    void findsAClaimWithoutAnAppointment() {
        CalendarDay stored = new CalendarDay(day, List.of(busy(ONE), busy(TWO)), 7);

        assertThat(mended(audit(ONE), stored)).contains(new CalendarDay(day, List.of(busy(ONE)), 8));
        assertThat(mended(audit(ONE, CANCELLED), stored)).contains(new CalendarDay(day, List.of(busy(ONE)), 8));
    }

    @Test
    void findsADayThatIsNotThere() {
        assertThat(audit(ONE).writtenDays()).contains(day);
        assertThat(mended(audit(ONE), CalendarDay.empty(day))).contains(new CalendarDay(day, List.of(busy(ONE)), 1));
    }

    @Test
    void tellsMissingClaimsFromClaimsOfNoAppointment() {
        CalendarDay stored = new CalendarDay(day, List.of(busy(TWO), busy(TWO)), 7);

        CalendarDifference difference = audit(ONE, TWO).difference(stored).orElseThrow();
        assertThat(difference.day()).isEqualTo(day);
        assertThat(difference.missing()).containsExactly(busy(ONE));
        assertThat(difference.unowned()).as("the second of two equal claims").containsExactly(busy(TWO));
    }

    @Test
    void agreesWhateverTheOrder() {
        assertThat(audit(ONE, TWO).difference(new CalendarDay(day, List.of(busy(TWO), busy(ONE)), 7))).isEmpty();
        assertThat(audit().difference(CalendarDay.empty(day))).isEmpty();
    }

    @Test
    void comparesNoDayOfThePast() {
        CalendarAudit later = CalendarAudit.of(Stream.of(ONE), Stream.empty(), day.date().plusDays(1));

        assertThat(later.writtenDays()).isEmpty();
        assertThat(later.difference(CalendarDay.empty(day))).isEmpty();
    }

    private static Optional<CalendarDay> mended(CalendarAudit audit, CalendarDay stored) {
        return audit.difference(stored).map(CalendarDifference::mended);
    }

    private static CalendarAudit audit(Appointment... appointments) {
        return CalendarAudit.of(Stream.of(appointments), Stream.empty(), LONG_AGO);
    }

    private static CalendarDay.Busy busy(Appointment appointment) {
        return new CalendarDay.Busy(appointment.interval(), appointment.id());
    }
}
