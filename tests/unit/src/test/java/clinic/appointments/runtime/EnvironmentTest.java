package clinic.appointments.runtime;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.EnvironmentKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvironmentTest {

    private record Settings(String table, ZoneId zone, List<Duration> offsets) {

        static Settings of(Environment environment) {
            return new Settings(environment.text(EnvironmentKey.PATIENTS_TABLE),
                    environment.zone(EnvironmentKey.DEFAULT_TIME_ZONE),
                    environment.durations(EnvironmentKey.REMINDER_OFFSETS));
        }
    }

    @Test
    void readsTypedSettings() {
        assertThat(Environment.read(Map.of("PATIENTS_TABLE", "patients", "DEFAULT_TIME_ZONE", "Europe/Berlin",
                "REMINDER_OFFSETS", "PT24H, PT2H"), Settings::of))
                .isEqualTo(new Settings("patients", ZoneId.of("Europe/Berlin"),
                        List.of(Duration.ofHours(24), Duration.ofHours(2))));
    }

    @Test
    void reportsEverythingThatIsMissingOrBadAtOnce() {
        assertThatThrownBy(
                () -> Environment.read(Map.of("PATIENTS_TABLE", " ", "REMINDER_OFFSETS", "a day"), Settings::of))
                .hasMessage("Environment: PATIENTS_TABLE is missing; DEFAULT_TIME_ZONE is missing; "
                        + "REMINDER_OFFSETS must be ISO-8601 durations, separated by commas");
    }
}
