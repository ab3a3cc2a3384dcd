package clinic.appointments.wire;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of types whose words may be told. */
class ExceptionSummaryTest {

    static Stream<String> types() {
        return ExceptionSummary.QUOTING_NOTHING.stream();
    }

    /** A type that is renamed would lose its words without a sign. */
    @ParameterizedTest
    @MethodSource("types")
    void namesTypesThatThereAre(String type) throws ClassNotFoundException {
        assertThat(Class.forName(type)).isAssignableTo(RuntimeException.class);
    }
}
