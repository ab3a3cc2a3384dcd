package clinic.appointments.aws;

import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DynamoDbAppointmentSearchTest {

    private final Appointment stayed = requested("stayed", Given.slot("09:00", "09:30"));
    private final Appointment moved = requested("moved", Given.slot("10:00", "10:30"));

    @Test
    void leavesOutWhatHasMovedOutOfThePeriodMeanwhile() {
        Appointment later = requested("moved", Given.slot("12:00", "12:30"));
        LaggingIndex index = new LaggingIndex(List.of(AppointmentItem.of(stayed), AppointmentItem.of(moved)),
                List.of(AppointmentItem.of(stayed), AppointmentItem.of(later)));
        Period morning = new Period(Optional.of(stayed.startAt()), Optional.of(later.startAt()));

        assertThat(new DynamoDbAppointmentSearch(index, LaggingIndex.TABLE)
                .ofPatient(Given.ADA, morning, PageRequest.first()).items()).containsExactly(stayed);
    }

    private static Appointment requested(String id, TimeSlot slot) {
        return Given.requested(Given.bookingOf(Given.ADA, id, slot, Given.ROOM_1));
    }
}
