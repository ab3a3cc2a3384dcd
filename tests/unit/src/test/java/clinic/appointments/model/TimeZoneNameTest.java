package clinic.appointments.model;

import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimeZoneNameTest {

    static Stream<String> namesOfTheJdk() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> !id.startsWith("SystemV/"));
    }

    @ParameterizedTest
    @MethodSource("namesOfTheJdk")
    void findsEveryNameOfTheJdkAsItself(String name) {
        assertThat(TimeZoneName.find(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @CsvSource({"EST,America/Panama", "MST,America/Phoenix", "HST,Pacific/Honolulu", "ROC,Asia/Taipei"})
    void findsTheAliasesThatTheJdkLeavesOut(String name, String zone) {
        assertThat(TimeZoneName.find(name)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemV/AST4", "W. Europe Standard Time", "+01:00", "UTC+1", "Z", "", "CEST", "IST"})
    void findsNothingThatTheDatabaseDoesNotKnow(String name) {
        assertThat(TimeZoneName.find(name)).isEmpty();
    }
}
