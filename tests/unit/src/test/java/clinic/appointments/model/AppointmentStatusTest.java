package clinic.appointments.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AppointmentStatusTest {

    /** Every status and every action: to which status it leads, or that it changes nothing, or that it is illegal. */
    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"REQUESTED, BOOK, illegal", "REQUESTED, RESCHEDULE, REQUESTED", "REQUESTED, CONFIRM, CONFIRMED",
            "REQUESTED, COMPLETE, illegal",
            "REQUESTED, CANCEL, CANCELLED", "CONFIRMED, BOOK, illegal", "CONFIRMED, RESCHEDULE, CONFIRMED",
            "CONFIRMED, CONFIRM, repeated",
            "CONFIRMED, COMPLETE, COMPLETED", "CONFIRMED, CANCEL, CANCELLED", "CANCELLED, BOOK, illegal",
            "CANCELLED, RESCHEDULE, illegal",
            "CANCELLED, CONFIRM, illegal", "CANCELLED, COMPLETE, illegal", "CANCELLED, CANCEL, repeated",
            "COMPLETED, BOOK, illegal", "COMPLETED, RESCHEDULE, illegal", "COMPLETED, CONFIRM, illegal",
            "COMPLETED, COMPLETE, repeated",
            "COMPLETED, CANCEL, illegal"})
    void movesOnOrRepeatsOrRefuses(AppointmentStatus status, AppointmentAction action, String expected) {
        assertThat(status.on(action)).isEqualTo(switch (expected) {
            case "repeated" -> new Transition.Repeated();
            case "illegal" -> new Transition.Illegal(status, action);
            default -> new Transition.To(AppointmentStatus.valueOf(expected));
        });
    }

    @Test
    void coversEveryCell() throws NoSuchMethodException {
        CsvSource table = AppointmentStatusTest.class.getDeclaredMethod("movesOnOrRepeatsOrRefuses",
                AppointmentStatus.class, AppointmentAction.class, String.class).getAnnotation(CsvSource.class);

        assertThat(table.value()).hasSize(AppointmentStatus.values().length * AppointmentAction.values().length);
    }

    @Test
    void isTerminalWhenCancelledOrCompleted() {
        assertThat(AppointmentStatus.values()).filteredOn(AppointmentStatus::isTerminal)
                .containsExactly(AppointmentStatus.CANCELLED, AppointmentStatus.COMPLETED);
    }
}
