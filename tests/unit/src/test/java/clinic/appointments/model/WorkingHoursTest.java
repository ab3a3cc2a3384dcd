package clinic.appointments.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.WorkingHours.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingHoursTest {

    private static final LocalDate TUESDAY = Given.DATE;
    private static final LocalDate LAST = TUESDAY.plusDays(1);
    private static final WorkingHours HOURS = new WorkingHours(List.of(
            period(LAST.plusDays(1), null, "13:00-17:00"), period(null, LAST, "08:00-12:00")), Given.BERLIN);

    @Test
    void haveTheWeeklyHoursOfTheirPeriod() {
        assertThat(HOURS.on(LAST)).containsExactly(berlin(LAST, "08:00", "12:00"));
        assertThat(HOURS.on(LAST.plusDays(1))).containsExactly(berlin(LAST.plusDays(1), "13:00", "17:00"));
    }

    @Test
    void areClosedOutsideOfAllPeriods() {
        WorkingHours aDay = new WorkingHours(List.of(period(TUESDAY, TUESDAY, "08:00-12:00")), Given.BERLIN);

        assertThat(List.of(TUESDAY.minusDays(1), TUESDAY.plusDays(1))).allMatch(date -> aDay.on(date).isEmpty());
        assertThat(new WorkingHours(List.of(), Given.BERLIN).on(TUESDAY)).isEmpty();
    }

    @Test
    void admitWhatLiesWithinThem() {
        assertThat(HOURS.admit(berlin(TUESDAY, "08:00", "12:00"))).isTrue();
        assertThat(HOURS.admit(berlin(TUESDAY, "07:59", "08:30"))).isFalse();
        assertThat(HOURS.admit(berlin(LAST.plusDays(1), "09:00", "10:00"))).isFalse();
    }

    @Test
    void joinAcrossMidnightAndAcrossPeriods() {
        WorkingHours night = new WorkingHours(List.of(period(null, TUESDAY, "20:00-00:00"),
                period(TUESDAY.plusDays(1), null, "00:00-06:00")), Given.BERLIN);

        assertThat(night.admit(new Interval(berlin(TUESDAY, "22:00", "23:00").start(),
                berlin(TUESDAY.plusDays(1), "01:00", "02:00").end()))).isTrue();
    }

    /** An hour is missing: from 02:00 to 03:00 there is no time to work in. */
    @Test
    void keepTheirLocalTimesWhenClocksChange() {
        LocalDate sunday = LocalDate.parse("2026-03-29");
        WorkingHours early = new WorkingHours(List.of(new Period(Optional.empty(), Optional.empty(),
                OpeningHours.of("SUNDAY:00:00-04:00"))), Given.BERLIN);

        assertThat(early.on(sunday)).containsExactly(berlin(sunday, "00:00", "04:00"));
        assertThat(early.on(sunday).getFirst().end()).isEqualTo("2026-03-29T02:00:00Z");
    }

    private static Period period(@Nullable LocalDate first,
            @Nullable LocalDate last, String spans) {
        return new Period(Optional.ofNullable(first), Optional.ofNullable(last), Given.weekdays(spans));
    }

    private static Interval berlin(LocalDate date, String start, String end) {
        return new Interval(date.atTime(LocalTime.parse(start)).atZone(Given.BERLIN).toInstant(),
                date.atTime(LocalTime.parse(end)).atZone(Given.BERLIN).toInstant());
    }
}
