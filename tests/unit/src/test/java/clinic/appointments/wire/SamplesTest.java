package clinic.appointments.wire;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.Sample;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTest {

    static Stream<Sample> samples() {
        return Stream.of("sample_appointments.json", "sample_patients.json").map(Sample::of).flatMap(
                samples -> samples.stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsAsItSays(Sample sample) {
        IncomingMessage message = new IncomingMessage("message-1", sample.body(), Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty()));

        assertThat(switch (RequestCodec.ofRequestQueue(Given.BERLIN, () -> Given.NOW).decode(message, Optional.empty())
                .content()) {
            case AppointmentRequest.Command<?> _ -> "COMMAND";
            case AppointmentRequest.Invalid<?>(var reason) -> reason.name();
            case AppointmentRequest.Malformed<?>(var reason) -> reason;
        }).isEqualTo(sample.reads());
    }
}
