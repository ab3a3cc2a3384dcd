package clinic.appointments.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import clinic.appointments.model.Appointment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Items as earlier versions wrote them, named by the day when their form was last written, are still read. */
class RecordedItemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = "2026-11-27")
    void areRead(String form) throws IOException {
        JsonNode recorded = recorded("appointments-" + form);

        assertThat(recorded.properties()).extracting(entry -> entry.getKey())
                .containsExactlyElementsOf(Lives.all().keySet());
        Lives.all().forEach((name, life) -> assertThat(read(recorded.path(name))).as(name).isEqualTo(life));
    }

    private static Appointment read(JsonNode item) {
        return AppointmentItem.read(ItemJson.read(item));
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream resource = RecordedItemsTest.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(resource, name));
        }
    }
}
