package clinic.appointments.wire;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageSubjectsTest {

    @Test
    void areRequestPatientAppointmentAndResources() {
        assertThat(MessageSubjects.of(message("""
                {"requestId": "r-1", "patientId": "p-1", "appointmentId": "a-1", "resourceIds": ["room:1", "ana"]}""")))
                .containsExactlyInAnyOrder("r-1", "p-1", "a-1", "room:1", "ana");
    }

    /** The id of such a booking is its request's: a message that moves it names that id. */
    @Test
    void tieABookingWithoutAnIdToTheMessagesAboutIt() {
        assertThat(MessageSubjects.of(message("{\"patientId\": \"p-1\"}")))
                .containsAnyElementsOf(
                        MessageSubjects.of(message("{\"requestId\": \"r-2\", \"appointmentId\": \"m\"}")));
    }

    @Test
    void readTheRequestFromTheAttribute() {
        IncomingMessage message = new IncomingMessage("m", "{}", Map.of(IncomingMessage.REQUEST_ID, "r-7"),
                new IncomingMessage.Delivery("handle", 1, Optional.empty()));
        assertThat(MessageSubjects.of(message)).containsExactly("r-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "[]", "{\"patientId\": 7, \"resourceIds\": [3, {}]}", "{\"resourceIds\": {}}"})
    void areOnlyTheMessageItselfWhenNothingElseCanBeRead(String body) {
        assertThat(MessageSubjects.of(message(body))).containsExactly("m");
    }

    private static IncomingMessage message(String body) {
        return new IncomingMessage("m", body, Map.of(), new IncomingMessage.Delivery("handle", 1, Optional.empty()));
    }
}
