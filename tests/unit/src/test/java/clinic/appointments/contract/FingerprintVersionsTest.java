package clinic.appointments.contract;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FingerprintVersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "2,1", "12,11,3", "1,0"})
    void readWhatTheyWrite(String written) {
        assertThat(FingerprintVersions.of(written)).hasToString(written);
    }

    @Test
    void haveTheCurrentOneFirst() {
        assertThat(FingerprintVersions.of("2,1").values()).isEqualTo(List.of(2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0,1", "1,1", "-1", "1,,2", "one", "1, 2"})
    void refuseWhatNobodyCouldWriteWith(String written) {
        assertThatThrownBy(() -> FingerprintVersions.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
