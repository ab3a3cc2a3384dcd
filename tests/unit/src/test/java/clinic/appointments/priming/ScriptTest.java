package clinic.appointments.priming;

import java.io.IOException;
import java.util.List;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.wiring.WiredFunctions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every function plays its script to the end: what is stored in it has the form that the function reads. */
class ScriptTest {

    private static final String REGION = "aws.region";

    static List<FunctionName> primed() {
        return FunctionName.ofEveryStage();
    }

    @BeforeAll
    static void chooseRegion() {
        System.setProperty(REGION, "eu-central-1");
    }

    @AfterAll
    static void forgetRegion() {
        System.clearProperty(REGION);
    }

    @ParameterizedTest
    @MethodSource("primed")
    void isPlayedToItsEnd(FunctionName function) throws ClassNotFoundException {
        Class<?> handler = Class.forName(function.handler());
        assertThatCode(() -> play(scriptOf(handler), handler)).doesNotThrowAnyException();
    }

    /** A function that does not understand the events of another. */
    @ParameterizedTest
    @MethodSource("primed")
    void bites(FunctionName function) throws ClassNotFoundException {
        Class<?> handler = Class.forName(function.handler());
        String other = function == FunctionName.QUERY ? "request" : "query";
        assertThatThrownBy(() -> play(other, handler)).isInstanceOf(Exception.class);
    }

    private static void play(String script, Class<?> handler) throws IOException {
        new Priming(script, surroundings -> WiredFunctions.of(handler, surroundings)).prime(1);
    }

    private static String scriptOf(Class<?> handler) {
        return handler.getPackageName().substring(handler.getPackageName().lastIndexOf('.') + 1);
    }
}
