package clinic.appointments.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-1_b", "0123456789-0123456789-0123456789-123"})
    void anIdIsShortAndHasNoSeparator(String id) {
        assertThat(new AppointmentId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a#b", "a/b", "\u00e4", "0123456789-0123456789-0123456789-1234"})
    void refusesAnyOtherIdByFieldAndRuleWithoutQuotingIt(String id) {
        assertThatThrownBy(() -> new PatientId(id)).isInstanceOf(InvalidValueException.class)
                .hasMessage("patientId must be 1 to 36 letters, digits, '-' or '_'");
    }

    @Test
    void aResourceHasAKind() {
        assertThat(ResourceId.of("room:1")).isEqualTo(new ResourceId("room", "1")).hasToString("room:1");
        assertThat(ResourceId.of("1")).isEqualTo(new ResourceId("default", "1"));
        assertThatThrownBy(() -> ResourceId.of("a:b:c")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aBookingNamesAtMostTenResourcesAndNoneTwice() {
        List<ResourceId> eleven = IntStream.range(0, 11).mapToObj(i -> ResourceId.of("r" + i)).toList();

        assertThatThrownBy(() -> booking(eleven)).hasMessage("resourceIds must name at most 10");
        assertThatThrownBy(() -> booking(Collections.nCopies(2, Given.ROOM_1)))
                .hasMessage("resourceIds must not name one twice");
    }

    @Test
    void aCalendarDayIsOneOfAnOwnerOnAUtcDate() {
        CalendarId id = new CalendarId(new CalendarOwner.OfResource(Given.ROOM_1), LocalDate.parse("2026-03-17"));

        assertThat(id).hasToString("resource#room:1#2026-03-17");
        assertThat(CalendarId.of(id.toString())).isEqualTo(id);
        assertThat(touched(Given.slot("00:15", "00:45")))
                .extracting(CalendarId::toString).as("00:15 in Berlin is the day before in UTC")
                .containsExactly("patient#patient-ada#2026-03-16", "resource#room:1#2026-03-16");
        assertThat(touched(Given.slot("00:30", "01:30")))
                .extracting(CalendarId::toString).containsExactly("patient#patient-ada#2026-03-16",
                        "patient#patient-ada#2026-03-17", "resource#room:1#2026-03-16", "resource#room:1#2026-03-17");
    }

    private static List<CalendarId> touched(TimeSlot slot) {
        return CalendarId.touchedBy(Claim.of(Given.booking("a", slot, Given.ROOM_1), Buffers.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.org", "ada@example", "a b@example.org", "a@b@example.org"})
    void refusesAnAddressThatIsNone(String email) {
        assertThatThrownBy(() -> Given.details(Optional.of(email)).accepted(LocalDate.EPOCH))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("email must be an address such as name@example.org, of at most 254 characters");
    }

    @Test
    void nothingProtectedIsPrinted() {
        Booking booking = new Booking(new AppointmentId("a"), Given.ADA, List.of(), Given.slot("09:00", "10:00"),
                Optional.of("secret"));
        Patient patient = Given.patient(Given.ADA);

        assertThat(List.of(booking.toString(), Given.requested(booking).toString(), patient.toString(),
                patient.details().toString())).allSatisfy(
                        text -> assertThat(text).doesNotContainIgnoringCase("secret").doesNotContain("Lovelace")
                                .doesNotContain("example.org").doesNotContain("1990").doesNotContain("7946"));
    }

    private static Booking booking(List<ResourceId> resources) {
        return new Booking(new AppointmentId("a"), Given.ADA, resources, Given.slot("09:00", "10:00"),
                Optional.empty()).accepted();
    }
}
