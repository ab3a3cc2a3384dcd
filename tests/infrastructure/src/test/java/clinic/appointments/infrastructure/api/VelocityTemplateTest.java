package clinic.appointments.infrastructure.api;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Places are filled, all of them and no others, and nothing else of a template changes. */
class VelocityTemplateTest {

    private static final VelocityTemplate GREETING = new VelocityTemplate("greeting",
            "@{before}\n{\"to\":\"$@{name}\\\\{2}\"}");

    @Test
    void fillsItsPlaces() {
        assertThat(GREETING.filled(Map.of("before", "#set($ada = '$1')", "name", "ada")))
                .isEqualTo("#set($ada = '$1')\n{\"to\":\"$ada\\\\{2}\"}");
    }

    @Test
    void aLineThatIsOnlyAnEmptyPlaceGoes() {
        assertThat(GREETING.document(Map.of("before", "", "name", "ada"))).isEqualTo("{\"to\":\"$ada\\\\{2}\"}\n");
    }

    @Test
    void refusesAValueThatHasNoPlaceAndAPlaceThatHasNoValue() {
        assertThatThrownBy(() -> GREETING.filled(Map.of("name", "ada", "nmae", "bob")))
                .hasMessageStartingWith("greeting.vm has the places [");
    }

    @Test
    void leavesOutCommentsOfTheFile() {
        assertThat(VelocityTemplate.named("no-field-twice").filled(Map.of())).startsWith("#set($come = ")
                .doesNotContain("##");
    }
}
