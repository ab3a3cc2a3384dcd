package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.port.AppointmentSearch.Period;
import clinic.appointments.port.BadCursorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IndexCursorTest {

    private static final IndexCursor INDEX = new IndexCursor(AppointmentsTable.BY_PATIENT, AppointmentsTable.PATIENT_ID,
            "patient-ada");
    private static final StoredStarts DAY = StoredStarts
            .of(new Period(Optional.of(Instant.parse("2026-03-16T23:00:00Z")),
                    Optional.of(Instant.parse("2026-03-17T23:00:00Z"))));

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-16T23:00:00Z", "2026-03-17T08:00:00Z", "2026-03-17T22:59:00Z"})
    void takesAPositionWithinThePeriod(String startAt) {
        assertThat(INDEX.read(cursor(startAt), DAY)).isEqualTo(Map.of(
                AppointmentsTable.PATIENT_ID, Attributes.textOf("patient-ada"),
                AppointmentsTable.START_AT, Attributes.textOf(startAt), AppointmentsTable.KEY, Attributes.textOf("a")));
    }

    /** The one with a fraction is within as an instant; DynamoDB compares texts, and would fail the query. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-16T22:59:00Z", "2026-03-17T23:00:00Z", "2026-03-16T23:00:00.500Z",
            "+12345-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void refusesAPositionOutsideOfThePeriod(String startAt) {
        assertThatThrownBy(() -> INDEX.read(cursor(startAt), DAY)).isInstanceOf(BadCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-17T08:00:00Z", "9999-12-31T23:59:00Z", "+12345-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z"})
    void takesAnyPositionWithoutAPeriod(String startAt) {
        assertThat(INDEX.read(cursor(startAt), StoredStarts.of(Period.ALWAYS)))
                .containsEntry(AppointmentsTable.START_AT, Attributes.textOf(startAt));
    }

    @Test
    void asksForTheStartsOfAPeriodAsTheyAreStored() {
        assertThat(DAY).isEqualTo(new StoredStarts("2026-03-16T23:00:00Z", "2026-03-17T22:59:59.999Z"));
    }

    /** The last date of four digits ends after the year 9999 where the day begins later than in UTC. */
    @Test
    void keepsThePeriodInOrderAtTheEndOfTheYearsOfFourDigits() {
        StoredStarts last = StoredStarts.of(new Period(Optional.of(Instant.parse("9999-12-31T05:00:00Z")),
                Optional.of(Instant.parse("+10000-01-01T05:00:00Z"))));

        assertThat(last.contain("9999-12-31T23:00:00Z")).isTrue();
        assertThat(last.contain("9999-12-31T04:00:00Z")).isFalse();
    }

    private static String cursor(String startAt) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((startAt + " a").getBytes(StandardCharsets.UTF_8));
    }
}
