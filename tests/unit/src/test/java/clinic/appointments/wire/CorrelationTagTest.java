package clinic.appointments.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CorrelationTagTest {

    @ParameterizedTest
    @CsvSource({"book-ada, book-ada", "a_b, a_5fb", "web/7f3c:2030.1=x, web_2f7f3c_3a2030_2e1_3dx", "_2f, _5f2f"})
    void readsWhatItHasWritten(String id, String tag) {
        assertThat(CorrelationTag.write(id)).contains(tag);
        assertThat(CorrelationTag.read(tag)).contains(id);
    }

    @Test
    void leavesOutWhatWouldBeTooLong() {
        assertThat(CorrelationTag.write("a".repeat(128))).isPresent();
        assertThat(CorrelationTag.write("/".repeat(85))).isPresent();
        assertThat(CorrelationTag.write("/".repeat(86))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "_20", "_00x"})
    void readsNothingFromAForeignValue(String tag) {
        assertThat(CorrelationTag.read(tag)).isEmpty();
    }
}
