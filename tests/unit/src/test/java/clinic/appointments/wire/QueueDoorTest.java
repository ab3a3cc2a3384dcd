package clinic.appointments.wire;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.AtTheDoor;
import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueueDoorTest {

    static List<AtTheDoor> requests() {
        return AtTheDoor.all(LocalDate.ofInstant(Given.NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void readsWhatPeopleWriteAndRefusesWhatNobodyCanUse(AtTheDoor request) {
        RequestCodec<?> codec = Stream.of("CONFIRM", "COMPLETE", "CHECK_IN")
                .anyMatch(type -> request.body().contains('"' + type + '"'))
                        ? RequestCodec.ofConfirmationQueue()
                        : RequestCodec.ofRequestQueue(Given.BERLIN, () -> Given.NOW);
        IncomingMessage message = new IncomingMessage("message-1", request.body(), Map.of(),
                new IncomingMessage.Delivery("handle", 1, Optional.empty()));

        assertThat(switch (codec.decode(message, Optional.empty()).content()) {
            case AppointmentRequest.Command<?> _ -> AtTheDoor.ACCEPTED;
            case AppointmentRequest.Invalid<?>(var reason) -> "REJECTED:" + reason;
            case AppointmentRequest.Malformed<?>(var reason) -> "PARKED:" + reason;
        }).isEqualTo(request.expect());
    }
}
