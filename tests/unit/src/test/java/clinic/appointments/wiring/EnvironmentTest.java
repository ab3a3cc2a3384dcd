package clinic.appointments.wiring;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.EnvironmentKey;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvironmentTest {

    private static final String TERMS = "minimumNotice=PT0S horizon=PT24H shortest=PT5M longest=PT8H changeNotice=PT1H"
            + " retention=PT24H";

    private record Read(String table, ZoneId zone, ReminderPlan plan) {

        static Read of(Environment environment) {
            return new Read(environment.text(EnvironmentKey.PATIENTS_TABLE),
                    environment.zone(EnvironmentKey.DEFAULT_TIME_ZONE),
                    new Settings(environment).policy().plan());
        }
    }

    @Test
    void readsTypedSettings() {
        assertThat(Environment.read(Map.of("PATIENTS_TABLE", "patients", "DEFAULT_TIME_ZONE", "Europe/Berlin",
                "REMINDER_OFFSETS", "PT24H, P1D", "QUIET_HOURS", "21:00-07:00", "NOTICES", "true", "BOOKING_TERMS",
                TERMS), Read::of))
                .isEqualTo(new Read("patients", ZoneId.of("Europe/Berlin"),
                        new ReminderPlan(List.of(ReminderKind.offset("PT24H"), ReminderKind.offset("P1D")),
                                Optional.of(QuietHours.of("21:00-07:00")), true)));
    }

    @Test
    void reportsEverythingThatIsMissingOrBadAtOnce() {
        assertThatThrownBy(
                () -> Environment
                        .read(Map.of("PATIENTS_TABLE", " ", "REMINDER_OFFSETS", "a day", "QUIET_HOURS", "night",
                                "NOTICES", "yes", "BOOKING_TERMS", "{}"), Read::of))
                .hasMessage("Environment: PATIENTS_TABLE is missing; DEFAULT_TIME_ZONE is missing; "
                        + "BOOKING_TERMS must be terms as the infrastructure writes them; "
                        + "REMINDER_OFFSETS must be offsets such as PT24H or P1D, separated by commas; "
                        + "NOTICES must be true or false; QUIET_HOURS must be hours such as 21:00-08:00, or NONE");
    }
}
