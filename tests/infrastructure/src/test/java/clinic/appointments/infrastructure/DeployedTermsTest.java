package clinic.appointments.infrastructure;

import java.time.ZoneId;

import clinic.appointments.model.BookingTermsText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every function of a stage reads the terms that the stage is set to. */
class DeployedTermsTest {

    @ParameterizedTest
    @EnumSource
    void areTheTermsOfTheStage(StageName stage) {
        assertThat(new Resources(Synthesized.resources(stage)).of("AWS::Lambda::Function")
                .filter(function -> function.properties().at("/Environment/Variables").has("BOOKING_TERMS")))
                .hasSize(StageSettings.of(stage).smoke().enabled() ? 5 : 4)
                .allSatisfy(function -> {
                    var variables = function.properties().at("/Environment/Variables");
                    assertThat(BookingTermsText.read(variables.path("BOOKING_TERMS").asText(),
                            ZoneId.of(variables.path("DEFAULT_TIME_ZONE").asText())))
                            .isEqualTo(StageSettings.of(stage).bookings());
                });
    }
}
