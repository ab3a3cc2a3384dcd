package clinic.appointments.acceptance;

import java.net.URI;
import java.util.Properties;

import clinic.appointments.infrastructure.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointFinderTest {

    @Test
    void takesAnApiOnThisMachineAsItIs() {
        assertThat(found("api", "http://127.0.0.1:8080").resolve("/appointments/a"))
                .isEqualTo(URI.create("http://127.0.0.1:8080/appointments/a"));
        assertThat(found("api", "http://localhost:8080/live/").resolve("/appointments?status=CONFIRMED"))
                .isEqualTo(URI.create("http://localhost:8080/live/appointments?status=CONFIRMED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "example.org", "http:///x", "not a url"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> found("api", text)).isInstanceOf(AcceptanceProblem.class)
                .hasMessage("-Dapi must be a URL such as https://example.org/live/, not " + text + ".");
    }

    @Test
    void refusesAnUnknownStage() {
        assertThatThrownBy(() -> found("stage", "nowhere")).isInstanceOf(StartProblem.class)
                .hasMessageContaining("nowhere").hasMessageContaining("dev, staging, prod");
    }

    @Test
    void asksForAStageOrAnAddress() {
        assertThatThrownBy(() -> found("api", "")).isInstanceOf(AcceptanceProblem.class)
                .hasMessage("Give -Dstage=dev, or -Dapi=URL of the API.");
    }

    private static ApiEndpoint found(String property, String value) {
        var properties = new Properties();
        properties.setProperty(property, value);
        return new EndpointFinder(properties).find();
    }
}
